namespace CoroGen;

/// <summary>How a loop asks the system which sockets can be read or written.</summary>
public enum PollerKind
{
    /// <summary><see cref="Epoll"/> on Linux, else <see cref="Select"/>.</summary>
    Default,

    /// <summary>epoll: what a look costs does not depend on how many sockets are waited for. On Linux only.</summary>
    Epoll,

    /// <summary><see cref="System.Net.Sockets.Socket.Select(System.Collections.IList, System.Collections.IList, System.Collections.IList, int)"/>: on all systems; each look costs as much as there are sockets waited for.</summary>
    Select,
}
