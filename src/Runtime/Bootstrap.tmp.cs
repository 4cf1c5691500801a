#nullable enable
#pragma warning disable
using CoroGen.CompilerServices;

namespace CoroGen;

internal static partial class Joins
{
    internal static bool Await__Run(ref Frame? __frame, Co co, Coroutine target)
    {
        Frame? __callee = null;
        
        if (__frame is not null)
        {
            var f = (AwaitFrame)__frame;
            target = f.target_; 
            if (CoroutineServices.State(f) == 1) goto resume;
        }
        Targets.Admit(co.Current, target);
        if (!target.IsDone)
        {
            if (co.Park__Run(ref __callee, Join.ForOne(target))) goto done;
            var f = (AwaitFrame)(__frame ??= CoroutineServices.Rent(co, AwaitFrame.Info_) ?? new AwaitFrame());
            f.target_ = target; 
            return CoroutineServices.Suspend(co, f, 1, __callee);
        }
        goto done;
    resume:
        CoroutineServices.End(co);
    done:
        target.ThrowIfFailed(); return true;
    }

    private sealed class AwaitFrame : Coroutine
    {
        public static readonly FrameInfo Info_ = new("Await", "Bootstrap.tmp.cs", 1, 2);
        public Coroutine target_ = default!; 
        
        public AwaitFrame() : base(Info_) { }
        protected override bool Resume(Co co) { Frame? frame = this; return Await__Run(ref frame, co, null!); }
        protected override void Clear() { target_ = default!;  }
    }
}

internal static partial class Joins
{
    internal static bool Await__Run<T>(ref Frame? __frame, out T __result, Co co, Coroutine<T> target)
    {
        Frame? __callee = null;
        
        if (__frame is not null)
        {
            var f = (AwaitOfFrame<T>)__frame;
            target = f.target_; 
            if (CoroutineServices.State(f) == 1) goto resume;
        }
        Targets.Admit(co.Current, target);
        if (!target.IsDone)
        {
            if (co.Park__Run(ref __callee, Join.ForOne(target))) goto done;
            var f = (AwaitOfFrame<T>)(__frame ??= CoroutineServices.Rent(co, AwaitOfFrame<T>.Info_) ?? new AwaitOfFrame<T>());
            f.target_ = target; 
            __result = default!; return CoroutineServices.Suspend(co, f, 1, __callee);
        }
        goto done;
    resume:
        CoroutineServices.End(co);
    done:
        __result = target.Result; return true;
    }

    private sealed class AwaitOfFrame<T> : Coroutine<T>
    {
        public static readonly FrameInfo Info_ = new("Await", "Bootstrap.tmp.cs", 1, 2);
        public Coroutine<T> target_ = default!; 
        
        public AwaitOfFrame() : base(Info_) { }
        protected override bool Resume(Co co) { Frame? frame = this; return Await__Run<T>(ref frame, out ReturnValue, co, null!); }
        protected override void Clear() { target_ = default!;  }
    }
}

internal static partial class Joins
{
    internal static bool Wait__Run(ref Frame? __frame, out WaitResult __result, Co co, Coroutine[] targets)
    {
        Frame? __callee = null;
        
        if (__frame is not null)
        {
            var f = (WaitFrame)__frame;
            targets = f.targets_; 
            if (CoroutineServices.State(f) == 1) goto resume;
        }
        targets = Targets.Admit(co.Current, targets); var join = Join.ForAll(co.Loop, targets);
        if (join != null)
        {
            if (co.Park__Run(ref __callee, join)) goto done;
            var f = (WaitFrame)(__frame ??= CoroutineServices.Rent(co, WaitFrame.Info_) ?? new WaitFrame());
            f.targets_ = targets; 
            __result = default!; return CoroutineServices.Suspend(co, f, 1, __callee);
        }
        goto done;
    resume:
        CoroutineServices.End(co);
    done:
        __result = new WaitResult(targets); return true;
    }

    private sealed class WaitFrame : Coroutine<WaitResult>
    {
        public static readonly FrameInfo Info_ = new("Wait", "Bootstrap.tmp.cs", 1, 2);
        public Coroutine[] targets_ = default!; 
        
        public WaitFrame() : base(Info_) { }
        protected override bool Resume(Co co) { Frame? frame = this; return Wait__Run(ref frame, out ReturnValue, co, null!); }
        protected override void Clear() { targets_ = default!;  }
    }
}

internal static partial class Joins
{
    internal static bool WaitAll__Run(ref Frame? __frame, Co co, Coroutine[] targets)
    {
        Frame? __callee = null;
        
        if (__frame is not null)
        {
            var f = (WaitAllFrame)__frame;
            targets = f.targets_; 
            if (CoroutineServices.State(f) == 1) goto resume;
        }
        targets = Targets.Admit(co.Current, targets); var join = Join.ForAll(co.Loop, targets);
        if (join != null)
        {
            if (co.Park__Run(ref __callee, join)) goto done;
            var f = (WaitAllFrame)(__frame ??= CoroutineServices.Rent(co, WaitAllFrame.Info_) ?? new WaitAllFrame());
            f.targets_ = targets; 
            return CoroutineServices.Suspend(co, f, 1, __callee);
        }
        goto done;
    resume:
        CoroutineServices.End(co);
    done:
        Targets.ThrowErrors(targets); return true;
    }

    private sealed class WaitAllFrame : Coroutine
    {
        public static readonly FrameInfo Info_ = new("WaitAll", "Bootstrap.tmp.cs", 1, 2);
        public Coroutine[] targets_ = default!; 
        
        public WaitAllFrame() : base(Info_) { }
        protected override bool Resume(Co co) { Frame? frame = this; return WaitAll__Run(ref frame, co, null!); }
        protected override void Clear() { targets_ = default!;  }
    }
}

internal static partial class Joins
{
    internal static bool WaitAll__Run<T>(ref Frame? __frame, out T[] __result, Co co, Coroutine<T>[] targets)
    {
        Frame? __callee = null;
        
        if (__frame is not null)
        {
            var f = (WaitAllOfFrame<T>)__frame;
            targets = f.targets_; 
            if (CoroutineServices.State(f) == 1) goto resume;
        }
        targets = Targets.Admit(co.Current, targets); var join = Join.ForAll(co.Loop, targets);
        if (join != null)
        {
            if (co.Park__Run(ref __callee, join)) goto done;
            var f = (WaitAllOfFrame<T>)(__frame ??= CoroutineServices.Rent(co, WaitAllOfFrame<T>.Info_) ?? new WaitAllOfFrame<T>());
            f.targets_ = targets; 
            __result = default!; return CoroutineServices.Suspend(co, f, 1, __callee);
        }
        goto done;
    resume:
        CoroutineServices.End(co);
    done:
        Targets.ThrowErrors(targets); __result = Array.ConvertAll(targets, static target => target.Result); return true;
    }

    private sealed class WaitAllOfFrame<T> : Coroutine<T[]>
    {
        public static readonly FrameInfo Info_ = new("WaitAll", "Bootstrap.tmp.cs", 1, 2);
        public Coroutine<T>[] targets_ = default!; 
        
        public WaitAllOfFrame() : base(Info_) { }
        protected override bool Resume(Co co) { Frame? frame = this; return WaitAll__Run<T>(ref frame, out ReturnValue, co, null!); }
        protected override void Clear() { targets_ = default!;  }
    }
}

internal static partial class Joins
{
    internal static bool WaitAny__Run(ref Frame? __frame, out Coroutine __result, Co co, Coroutine[] targets)
    {
        Frame? __callee = null;
        Join join = default!; 
        if (__frame is not null)
        {
            var f = (WaitAnyFrame)__frame;
            join = f.join_; 
            if (CoroutineServices.State(f) == 1) goto resume;
        }
        targets = Targets.Admit(co.Current, targets); __result = Array.Find(targets, static target => target.IsDone); if (__result != null) return true; join = Join.ForAny(co.Loop, targets);
        if (true)
        {
            if (co.Park__Run(ref __callee, join)) goto done;
            var f = (WaitAnyFrame)(__frame ??= CoroutineServices.Rent(co, WaitAnyFrame.Info_) ?? new WaitAnyFrame());
            f.join_ = join; 
            __result = default!; return CoroutineServices.Suspend(co, f, 1, __callee);
        }
        goto done;
    resume:
        CoroutineServices.End(co);
    done:
        __result = join.TakeFirst(); return true;
    }

    private sealed class WaitAnyFrame : Coroutine<Coroutine>
    {
        public static readonly FrameInfo Info_ = new("WaitAny", "Bootstrap.tmp.cs", 1, 2);
        public Join join_ = default!; 
        
        public WaitAnyFrame() : base(Info_) { }
        protected override bool Resume(Co co) { Frame? frame = this; return WaitAny__Run(ref frame, out ReturnValue, co, null!); }
        protected override void Clear() { join_ = default!;  }
    }
}

internal static partial class TaskWaits
{
    internal static bool Await__Run(ref Frame? __frame, Co co, Task task)
    {
        Frame? __callee = null;
        
        if (__frame is not null)
        {
            var f = (AwaitFrame)__frame;
            task = f.task_; 
            if (CoroutineServices.State(f) == 1) goto resume;
        }
        
        if (!task.IsCompleted)
        {
            if (co.Park__Run(ref __callee, WaitFor(co.Current, task))) goto done;
            var f = (AwaitFrame)(__frame ??= CoroutineServices.Rent(co, AwaitFrame.Info_) ?? new AwaitFrame());
            f.task_ = task; 
            return CoroutineServices.Suspend(co, f, 1, __callee);
        }
        goto done;
    resume:
        CoroutineServices.End(co);
    done:
        task.GetAwaiter().GetResult(); return true;
    }

    private sealed class AwaitFrame : Coroutine
    {
        public static readonly FrameInfo Info_ = new("Await", "Bootstrap.tmp.cs", 1, 2);
        public Task task_ = default!; 
        
        public AwaitFrame() : base(Info_) { }
        protected override bool Resume(Co co) { Frame? frame = this; return Await__Run(ref frame, co, default(Task)!); }
        protected override void Clear() { task_ = default!;  }
    }
}

internal static partial class TaskWaits
{
    internal static bool Await__Run<T>(ref Frame? __frame, out T __result, Co co, Task<T> task)
    {
        Frame? __callee = null;
        
        if (__frame is not null)
        {
            var f = (AwaitOfFrame<T>)__frame;
            task = f.task_; 
            if (CoroutineServices.State(f) == 1) goto resume;
        }
        
        if (!task.IsCompleted)
        {
            if (co.Park__Run(ref __callee, WaitFor(co.Current, task))) goto done;
            var f = (AwaitOfFrame<T>)(__frame ??= CoroutineServices.Rent(co, AwaitOfFrame<T>.Info_) ?? new AwaitOfFrame<T>());
            f.task_ = task; 
            __result = default!; return CoroutineServices.Suspend(co, f, 1, __callee);
        }
        goto done;
    resume:
        CoroutineServices.End(co);
    done:
        __result = task.GetAwaiter().GetResult(); return true;
    }

    private sealed class AwaitOfFrame<T> : Coroutine<T>
    {
        public static readonly FrameInfo Info_ = new("Await", "Bootstrap.tmp.cs", 1, 2);
        public Task<T> task_ = default!; 
        
        public AwaitOfFrame() : base(Info_) { }
        protected override bool Resume(Co co) { Frame? frame = this; return Await__Run<T>(ref frame, out ReturnValue, co, default(Task<T>)!); }
        protected override void Clear() { task_ = default!;  }
    }
}

internal static partial class TaskWaits
{
    internal static bool Await__Run(ref Frame? frame, Co co, ValueTask task) => Await__Run(ref frame, co, task.AsTask());
    internal static bool Await__Run<T>(ref Frame? frame, out T result, Co co, ValueTask<T> task) => Await__Run(ref frame, out result, co, task.AsTask());
}

public sealed partial class Suspension<T>
{
    internal static bool Await__Run(ref Frame? __frame, out T __result, Co co, Action<Suspension<T>> start)
    {
        Frame? __callee = null;
        Suspension<T> suspension = default!; 
        if (__frame is not null)
        {
            var f = (AwaitFrame)__frame;
            suspension = f.suspension_; 
            if (CoroutineServices.State(f) == 1) goto resume;
        }
        suspension = Begin(co.Current, start);
        if (!suspension._wait.IsCompleted)
        {
            if (co.Park__Run(ref __callee, suspension._wait)) goto done;
            var f = (AwaitFrame)(__frame ??= CoroutineServices.Rent(co, AwaitFrame.Info_) ?? new AwaitFrame());
            f.suspension_ = suspension; 
            __result = default!; return CoroutineServices.Suspend(co, f, 1, __callee);
        }
        goto done;
    resume:
        CoroutineServices.End(co);
    done:
        __result = suspension.TakeResult(); return true;
    }

    private sealed class AwaitFrame : Coroutine<T>
    {
        public static readonly FrameInfo Info_ = new("Await", "Bootstrap.tmp.cs", 1, 2);
        public Suspension<T> suspension_ = default!; 
        
        public AwaitFrame() : base(Info_) { }
        protected override bool Resume(Co co) { Frame? frame = this; return Await__Run(ref frame, out ReturnValue, co, null!); }
        protected override void Clear() { suspension_ = default!;  }
    }
}

public sealed partial class CoLock
{
    internal bool Enter__Run(ref Frame? __frame, out LockReleaser __result, Co co)
    {
        Frame? __callee = null;
        
        if (__frame is not null)
        {
            var f = (EnterFrame)__frame;
            
            if (CoroutineServices.State(f) == 1) goto resume;
        }
        
        if (!TryTake(co.Current))
        {
            if (co.Park__Run(ref __callee, _waiters)) goto done;
            var f = (EnterFrame)(__frame ??= CoroutineServices.Rent(co, EnterFrame.Info_) ?? new EnterFrame());
            
            __result = default!; f.self = this; return CoroutineServices.Suspend(co, f, 1, __callee);
        }
        goto done;
    resume:
        CoroutineServices.End(co);
    done:
        __result = new LockReleaser(this, _ticket); return true;
    }

    private sealed class EnterFrame : Coroutine<LockReleaser>
    {
        public static readonly FrameInfo Info_ = new("Enter", "Bootstrap.tmp.cs", 1, 2);
        
        public CoLock self = default!;
        public EnterFrame() : base(Info_) { }
        protected override bool Resume(Co co) { Frame? frame = this; return self.Enter__Run(ref frame, out ReturnValue, co); }
        protected override void Clear() { self = null!; }
    }
}

public sealed partial class CoSemaphore
{
    internal bool Acquire__Run(ref Frame? __frame, out SemaphoreReleaser __result, Co co, int permits)
    {
        Frame? __callee = null;
        
        if (__frame is not null)
        {
            var f = (AcquireFrame)__frame;
            permits = f.permits_; 
            if (CoroutineServices.State(f) == 1) goto resume;
        }
        Check(permits); co.Current.Wanted = permits;
        if (!TryAcquire(permits))
        {
            if (co.Park__Run(ref __callee, _waiters)) goto done;
            var f = (AcquireFrame)(__frame ??= CoroutineServices.Rent(co, AcquireFrame.Info_) ?? new AcquireFrame());
            f.permits_ = permits; 
            __result = default!; f.self = this; return CoroutineServices.Suspend(co, f, 1, __callee);
        }
        goto done;
    resume:
        CoroutineServices.End(co);
    done:
        __result = new SemaphoreReleaser(this, permits, _tickets.Issue()); return true;
    }

    private sealed class AcquireFrame : Coroutine<SemaphoreReleaser>
    {
        public static readonly FrameInfo Info_ = new("Acquire", "Bootstrap.tmp.cs", 1, 2);
        public int permits_ = default!; 
        public CoSemaphore self = default!;
        public AcquireFrame() : base(Info_) { }
        protected override bool Resume(Co co) { Frame? frame = this; return self.Acquire__Run(ref frame, out ReturnValue, co, 0); }
        protected override void Clear() { permits_ = default!; self = null!; }
    }
}
