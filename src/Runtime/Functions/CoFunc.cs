namespace CoroGen;

/// <summary>As <see cref="CoAction"/>, with a result: <c>co => Fetch(co, url)</c>.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
/// <param name="co">The handle of the coroutine that runs it.</param>
/// <inheritdoc cref="CoAction" path="/remarks"/>
public delegate T CoFunc<T>(Co co);
