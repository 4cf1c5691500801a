using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests.Blocking;

/// <summary>CORO100 is silent where the flow shows that a task has ended, and only there.</summary>
public sealed class EndedTaskTests
{
    [Fact]
    public Task Tasks_that_have_ended() => Probes.Check(
        """
        var t = number; co.Await(t); _ = t.Result;
        co.Await(number); _ = number.Result;
        Task<int> a = number, b = number; co.Await(Task.WhenAll(a, b)); _ = a.Result + b.Result;
        co.Await(Task.WhenAll(numbers)); foreach (var t in numbers) _ = t.Result;
        co.Await(Task.WhenAll(numbers)); _ = numbers[0].Result;
        co.Await(Task.WhenAll(numbers)); _ = numbers.Select(t => t.Result).ToList();
        var all = numbers.ToList(); co.Await(Task.WhenAll(all)); all.ForEach(t => Console.WriteLine(t.Result));
        var done = co.Await(Task.WhenAny(numbers)); _ = done.Result;
        var first = co.Await(Task.WhenAny(number, task)); if (first == number) _ = number.Result;
        var first = co.Await(Task.WhenAny(number, task)); if (first != number) return; _ = number.Result;
        if (co.Await(Task.WhenAny(number, task)) == number) _ = number.Result;
        switch (number.Status) { case TaskStatus.RanToCompletion: _ = number.Result; break; }
        _ = number.Status switch { TaskStatus.RanToCompletion or TaskStatus.Faulted => number.Result, _ => 0 };
        if (number.Status is TaskStatus.RanToCompletion) _ = number.Result;
        _ = number is { IsCompletedSuccessfully: true } ended ? ended.Result : 0;
        _ = numbers.Where(t => t.IsCompletedSuccessfully).Select(t => t.Result).Sum();
        var ended = numbers.Where(t => t.IsCompleted).ToList(); foreach (var t in ended) _ = t.Result;
        if (number.IsCompleted) _ = number.Result;
        if (!number.IsCompleted) return; _ = number.Result;
        if (number.IsCompletedSuccessfully && number.Result == 1) return;
        _ = number.IsCompleted ? number.Result : 0;
        if (number.Status == TaskStatus.RanToCompletion) _ = number.Result;
        if (value.IsCompletedSuccessfully) _ = value.Result;
        while (!number.IsCompleted) co.Sleep(1); number.Wait();
        flag = number is { IsCompletedSuccessfully: true, Result: 1 };
        if (number is { IsCompleted: true }) _ = number.Result;
        if (number.Wait(0)) _ = number.Result;
        _ = Task.FromResult(1).Result;
        var t = Task.FromResult(1); _ = t.Result;
        Task.CompletedTask.Wait();
        co.Await(task); task.GetAwaiter().GetResult();
        var awaiter = number.GetAwaiter(); if (awaiter.IsCompleted) _ = awaiter.GetResult();
        try { co.Await(number); } finally { co.Yield(); } _ = number.Result;
        _ = co.Await(async () => { await number; return number.Result; });
        try { co.Await(number); try { co.Launch(inner => { try { _ = number.Result; } finally { inner.Yield(); } }); } catch (Exception e) when (e is IOException) { } } finally { co.Yield(); }
        """);

    [Fact]
    public Task None_or_one_that_has_ended() => Probes.Check(
        """
        Task<int>? t = null; if (flag) { t = number; co.Await(t); } _ = t?.Result;
        Task<int>? t = null; if (flag) t = number; _ = t?.{|CORO100:Result|};
        """);

    /// <summary>Who waits for a task that way has one thing to mend, not two.</summary>
    [Fact]
    public Task One_that_was_blocked_on() => Probes.Check(
        """
        number.{|CORO100:Wait|}(); _ = number.Result;
        _ = number.{|CORO100:Result|} + number.Result;
        if (number.{|CORO100:Wait|}(5)) _ = number.Result; else _ = number.{|CORO100:Result|};
        Task.{|CORO100:WaitAll|}(numbers); _ = numbers[0].Result;
        if (Task.{|CORO100:WaitAll|}(numbers, 5)) _ = numbers[0].Result;
        _ = number.GetAwaiter().{|CORO100:GetResult|}(); number.Wait();
        """);

    [Fact]
    public Task Sources() => Probes.Check(
        """
        var source = new TaskCompletionSource<int>(); source.SetResult(1); _ = source.Task.Result;
        var source = new TaskCompletionSource<int>(); if (!source.TrySetException(new Exception())) co.Yield(); _ = source.Task.Result;
        var source = new TaskCompletionSource<int>(); _ = source.Task.{|CORO100:Result|};
        var source = new TaskCompletionSource<int>(); source.SetResult(1); source = new(); _ = source.Task.{|CORO100:Result|};
        """);

    [Fact]
    public Task Loops_that_wait_for_each() => Probes.Check(
        """
        foreach (var t in numbers) co.Await(t); var sum = 0; foreach (var t in numbers) sum += t.Result;
        foreach (var t in numbers) { if (!t.IsCompleted) co.Await(t); } _ = numbers.Sum(t => t.Result);
        foreach (var t in numbers) { if (t.Id > 1) { co.Await(t); continue; } co.Await(t); } _ = numbers[0].Result;
        for (var i = 0; i < numbers.Length; i++) co.Await(numbers[i]); for (var i = 0; i < numbers.Length; i++) _ = numbers[i].Result;
        for (var i = 0; i != numbers.Length; ++i) { co.Await(numbers[i]); } _ = numbers[^1].Result;
        var i = 0; while (i < numbers.Length) { co.Await(numbers[i]); i += 1; } foreach (var t in numbers) _ = t.Result;
        for (var i = 0; i < numbers.Length; i++) { co.Await(numbers[i]); _ = numbers[i].Result; }
        var all = new List<Task<int>>(); foreach (var n in list) { var t = Task.Run(() => n); co.Await(t); all.Add(t); } foreach (var t in all) _ = t.Result;
        var map = list.ToDictionary(i => i, i => number); foreach (var t in map.Values) co.Await(t); foreach (var t in map.Values) _ = t.Result;
        var map = new Dictionary<int, Task<int>> { [1] = number }; foreach (var (key, t) in map) co.Await(t); foreach (var pair in map) _ = pair.Value.Result;
        var jobs = list.Select(i => (Name: i, Task: number)).ToList(); foreach (var job in jobs) co.Await(job.Task); foreach (var job in jobs) _ = job.Task.Result;
        var jobs = list.Select(i => (Name: i, Task: number)).ToList(); foreach (var (name, task) in jobs) co.Await(task); foreach (var (name, task) in jobs) _ = task.Result;
        """);

    [Fact]
    public Task Loops_that_may_leave_some_out() => Probes.Check(
        """
        foreach (var t in numbers) { if (flag) continue; co.Await(t); } foreach (var t in numbers) _ = t.{|CORO100:Result|};
        foreach (var t in numbers) { if (flag) break; co.Await(t); } foreach (var t in numbers) _ = t.{|CORO100:Result|};
        foreach (var t in numbers) if (flag) co.Await(t); _ = numbers[0].{|CORO100:Result|};
        var t = Task.FromResult(1); try { t = Task.Run(() => 1); co.Await(t); } catch (Exception) { _ = t.{|CORO100:Result|}; }
        foreach (var t in numbers) { try { co.Await(t); } catch (Exception) { } } foreach (var t in numbers) _ = t.{|CORO100:Result|};
        for (var i = 1; i < numbers.Length; i++) co.Await(numbers[i]); _ = numbers[0].{|CORO100:Result|};
        for (var i = 0; i < numbers.Length; i += 2) co.Await(numbers[i]); _ = numbers[1].{|CORO100:Result|};
        for (var i = 0; i < numbers.Length; i++) { co.Await(numbers[i]); i++; } _ = numbers[1].{|CORO100:Result|};
        for (var i = 0; i < 2; i++) co.Await(numbers[i]); _ = numbers[3].{|CORO100:Result|};
        for (var i = 0; i < numbers.Length; i++) { co.Await(numbers[0]); } _ = numbers[1].{|CORO100:Result|};
        foreach (var t in numbers) co.Await(t); numbers = []; numbers = Array.ConvertAll(numbers, t => Task.Run(() => 1)); _ = numbers[0].{|CORO100:Result|};
        var all = numbers.ToList(); foreach (var t in all) co.Await(t); all.Add(number); foreach (var t in all) _ = t.{|CORO100:Result|};
        var all = numbers.ToArray(); foreach (var t in all) co.Await(t); all[0] = number; foreach (var t in all) _ = t.{|CORO100:Result|};
        foreach (var a in numbers) { foreach (var b in numbers) { co.Await(b); break; } } _ = numbers[0].{|CORO100:Result|};
        co.Await(numbers[0]); _ = numbers[0].Result + numbers[1].{|CORO100:Result|};
        var i = 0; co.Await(numbers[i]); _ = numbers[i].Result; i++; _ = numbers[i].{|CORO100:Result|};
        """);

    [Fact]
    public Task Answers_that_are_kept() => Probes.Check(
        """
        var done = number.IsCompleted; if (done) _ = number.Result;
        var done = number.IsCompleted; if (!done) return; _ = number.Result;
        bool running = !number.IsCompleted; if (running) co.Await(number); _ = number.Result;
        var done = number.IsCompleted && flag; if (done) _ = number.Result;
        var done = flag && number is { IsCompleted: true }; _ = done ? number.Result : 0;
        bool? done = number?.IsCompleted; if (done == true) _ = number!.Result;
        if (number?.IsCompletedSuccessfully == true) _ = number.Result;
        if (number is not { IsCompleted: true }) return; _ = number.Result;
        if (number is { Status: TaskStatus.RanToCompletion }) _ = number.Result;
        var state = number.Status; if (state == TaskStatus.RanToCompletion) _ = number.Result;
        var state = number.Status; if (state is TaskStatus.RanToCompletion or TaskStatus.Faulted) _ = number.Result;
        if (number.Status != TaskStatus.RanToCompletion) return; _ = number.Result;
        var ok = false; try { co.Await(number); ok = true; } catch (Exception) { } if (ok) _ = number.Result;
        bool ready; if (flag) { co.Await(number); ready = true; } else ready = false; if (ready) _ = number.Result;
        Debug.Assert(number.IsCompleted); _ = number.Result;
        var ok = false; if (list.Count > 0) { co.Await(number); ok = true; } if (ok) _ = number.Result;
        var ok = false; foreach (var i in list) { if (i > 0) { co.Await(number); ok = true; break; } } if (ok) _ = number.Result;
        var first = number.IsCompleted; var both = first & flag; var again = first; if (again) _ = number.Result;
        """);

    [Fact]
    public Task Answers_that_are_old() => Probes.Check(
        """
        var t = number; var done = t.IsCompleted; t = numbers[0]; if (done) _ = t.{|CORO100:Result|};
        var done = number.IsCompleted; done = flag; if (done) _ = number.{|CORO100:Result|};
        var done = number.IsCompleted || flag; if (done) _ = number.{|CORO100:Result|};
        var done = number.IsCompleted; if (!done) _ = number.{|CORO100:Result|};
        var done = number.IsCompleted; Action set = () => done = true; set(); if (done) _ = number.{|CORO100:Result|};
        var t = number; Action change = () => t = numbers[0]; co.Await(t); change(); _ = t.{|CORO100:Result|};
        var t = number; co.Await(t); ref var r = ref t; r = numbers[0]; _ = t.{|CORO100:Result|};
        var t = number; co.Await(t); static void Change(ref Task<int> t) => t = numbers[0]; Change(ref t); _ = t.{|CORO100:Result|};
        var t = number; co.Await(t); Func<int> read = () => t.{|CORO100:Result|}; t = numbers[0]; _ = read();
        var t = flag ? number : numbers[0]; co.Await(number); _ = t.{|CORO100:Result|};
        co.Await(number); var t = flag ? numbers[0] : number; _ = t.{|CORO100:Result|};
        var state = number.Status; if (state != TaskStatus.RanToCompletion) _ = number.{|CORO100:Result|};
        if (number is { IsCompleted: false }) _ = number.{|CORO100:Result|};
        """);

    [Fact]
    public Task Many_at_once() => Probes.Check(
        """
        var both = new[] { number, numbers[0] }; co.Await(Task.WhenAll(both)); _ = number.Result + both[1].Result;
        var all = new List<Task<int>> { number }; all.Add(numbers[1]); co.Await(Task.WhenAll(all)); foreach (var t in all) _ = t.Result + number.Result;
        Task<int> a = number, b = number; var all = Task.WhenAll(a, b); co.Await(all); _ = a.Result + b.Result;
        Task<int> a = number; var copy = a; co.Await(copy); _ = a.Result;
        Task<int> a = number; var next = a.ContinueWith(t => 1); co.Await(next); _ = a.Result;
        Task<int> a = number; List<Task> all = [a, task]; co.Await(Task.WhenAll(all)); _ = a.Result;
        Task<int> a = number; var all = new List<Task>(); if (flag) all.Add(task); all.Add(a); co.Await(Task.WhenAll(all)); _ = a.Result;
        co.Await(Task.WhenAll(numbers.Append(number))); _ = number.Result + numbers[0].Result;
        Task<int>[] more = [number]; co.Await(Task.WhenAll([.. numbers, .. more])); _ = numbers[0].Result + more[0].Result;
        var jobs = list.Select(i => (Name: i, Task: number)).ToList(); co.Await(Task.WhenAll(jobs.Select(job => job.Task))); foreach (var (name, t) in jobs) _ = t.Result;
        var jobs = list.Select(i => new { Name = i, Task = number }).ToList(); co.Await(Task.WhenAll(jobs.Select(job => job.Task))); _ = jobs.ToDictionary(job => job.Name, job => job.Task.Result);
        co.Await(Task.WhenAll(numbers)); _ = numbers.Where(t => t.Id > 1).Select(t => t.Result).ToList();
        co.Await(Task.WhenAll(numbers)); _ = numbers.First().Result;
        co.Await(Task.WhenAll(numbers)); Task.WaitAll(numbers);
        var all = new Task<int>[2]; for (var i = 0; i < 2; i++) all[i] = number; co.Await(Task.WhenAll(all)); for (var i = 0; i < 2; i++) _ = all[i].Result;
        _ = co.Await(Task.WhenAny(numbers)).Result;
        var any = Task.WhenAny(numbers); var won = co.Await(any); _ = won.Result;
        var any = Task.WhenAny(numbers); co.Await(any); _ = any.Result.Result;
        var left = numbers.ToList(); while (left.Count > 0) { var t = co.Await(Task.WhenAny(left)); left.Remove(t); _ = t.Result; }
        """);

    [Fact]
    public Task Collections_that_have_changed() => Probes.Check(
        """
        var all = numbers.ToList(); co.Await(Task.WhenAll(all)); all.Add(number); foreach (var t in all) _ = t.{|CORO100:Result|};
        var all = numbers.ToList(); co.Await(Task.WhenAll(all)); all[0] = number; _ = all[1].{|CORO100:Result|};
        var all = numbers.ToList(); co.Await(Task.WhenAll(all)); var same = all; same.Add(number); foreach (var t in all) _ = t.{|CORO100:Result|};
        var all = numbers.ToList(); Action add = () => all.Add(number); co.Await(Task.WhenAll(all)); add(); foreach (var t in all) _ = t.{|CORO100:Result|};
        var all = numbers.ToList(); co.Await(Task.WhenAll(all)); static void Fill(List<Task<int>> tasks) { } Fill(all); foreach (var t in all) _ = t.{|CORO100:Result|};
        var all = numbers.ToList(); co.Await(Task.WhenAll(all)); static void Read(IReadOnlyList<Task<int>> tasks) { } Read(all); foreach (var t in all) _ = t.Result;
        var all = numbers.ToList(); co.Await(Task.WhenAll(all)); co.Await(number); all.Add(number); foreach (var t in all) _ = t.Result;
        Task<int> a = number; var all = new List<Task<int>> { a }; all.Clear(); co.Await(Task.WhenAll(all)); _ = a.{|CORO100:Result|};
        Task<int> a = number; var all = new List<Task<int>>(); if (flag) all.Add(a); co.Await(Task.WhenAll(all)); _ = a.{|CORO100:Result|};
        Task<int> a = number, b = number; var any = Task.WhenAny(a, b); co.Await(any); _ = a.{|CORO100:Result|};
        var jobs = list.Select(i => (Name: i, Task: number)).ToArray(); co.Await(Task.WhenAll(jobs.Select(job => job.Task))); jobs[0].Task = number; _ = jobs[0].Task.{|CORO100:Result|};
        """);

    /// <summary>What has ended on one way only has not.</summary>
    [Fact]
    public Task Tasks_that_may_not_have_ended() => Probes.Check(
        """
        if (flag) co.Await(number); _ = number.{|CORO100:Result|};
        var t = number; co.Await(t); t = numbers[0]; _ = t.{|CORO100:Result|};
        if (number.IsCompleted) return; _ = number.{|CORO100:Result|};
        var first = co.Await(Task.WhenAny(number, task)); if (first != number) _ = number.{|CORO100:Result|};
        Task any = Task.WhenAny(number, task); if (any == number) _ = number.{|CORO100:Result|};
        if (number.Status is TaskStatus.RanToCompletion or TaskStatus.Running) _ = number.{|CORO100:Result|};
        _ = numbers.Where(t => t.Id > 0).Select(t => t.{|CORO100:Result|}).Sum();
        if (number.IsCompleted || flag) _ = number.{|CORO100:Result|};
        foreach (var t in numbers) { _ = t.{|CORO100:Result|}; co.Await(t); }
        co.Await(Task.WhenAny(numbers)); _ = numbers[0].{|CORO100:Result|};
        try { co.Await(number); } catch (Exception) { } _ = number.{|CORO100:Result|};
        flag = number is { {|CORO100:Result|}: 1 };
        flag = number is { {|CORO100:Result|}: 1, IsCompleted: true };
        _ = number?.{|CORO100:Result|};
        number.{|CORO100:Wait|}(); _ = number.Result;
        """);
}
