using System.ComponentModel;

namespace CoroGen.CompilerServices;

/// <summary>Returns a reference to a variable that a lambda captures.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ref T Captured<T>();
