using TicTac;

namespace CoroGen.Samples.Tests;

/// <summary>What the six parts print, line by line.</summary>
public class TicTacParts
{
    [Fact]
    public void Step_by_hand() => AssertPrints(
        Step.Show,
        """
        <Coroutine 'TicTac' [New]>
        Tic
        <Coroutine 'TicTac' [Running]>
        Tac
        <Coroutine 'TicTac' [Running]>
        <Coroutine 'TicTac' [Finished] ("Boum!")>
        """);

    [Fact]
    public void Two_in_one_loop() => AssertPrints(
        Turns.Show,
        """
        Tic
        Tic
        Tac
        Tac
        <Coroutine 'TicTac' [Finished] ("Boum!")>
        <Coroutine 'TicTac' [Finished] ("Boum!")>
        """);

    [Fact]
    public void Different_endings() => AssertPrints(
        Endings.Show,
        """
        Tic
        Spam
        Tac
        Eggs
        TicTac finished: Boum!
        Bacon
        Spam finished: SPAM!
        Tic
        Tac
        alone: Boum!
        caught: no more spam
        <Coroutine 'Fail' [Error] (InvalidOperationException: no more spam)>
        """);

    [Fact]
    public void A_call() => AssertPrints(
        Call.Show,
        """
        task subtask
        (subtask)
        (subtask)
        (subtask)
        Subtask finished
        back in example
        (example)
        (example)
        (example)
        Example finished
        """);

    [Fact]
    public void A_launch() => AssertPrints(
        Launch.Show,
        """
        back in example
        (example)
        task subtask
        (subtask)
        (example)
        (subtask)
        (example)
        (subtask)
        Example finished
        Subtask finished
        """);

    [Fact]
    public void Waiting_for_several() => AssertPrints(
        Wait.Show,
        """
        spam
        eggs
        bacon
        spam
        eggs
        bacon
        spam
        eggs
        bacon
        spam
        bacon
        spam
        bacon
        spam
        spam
        spam
        spam
        spam
        3 finished, 0 failed
        spam
        bacon
        spam
        2 finished, 1 failed
        and the program goes on
        """);

    /// <summary>The parts print to the console, as a user's would; these tests run one after the other, and are alone in using it.</summary>
    private static void AssertPrints(Action part, string expected)
    {
        var console = Console.Out;
        using var output = new StringWriter { NewLine = "\n" };
        Console.SetOut(output);
        try
        {
            part();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Equal(expected + "\n", output.ToString());
    }
}
