using System.Globalization;
using Cancellation;
using CoroGen;

if (args is ["--serve", var seconds])
    return Service.Serve(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));

using var loop = new EventLoop(new EventLoopOptions { TimeProvider = new VirtualTime() });
loop.Run(Pages.Show());
loop.Run(Transfers.Show());
return 0;
