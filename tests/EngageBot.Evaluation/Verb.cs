namespace EngageBot.Evaluation;

/// <summary>Runs a verb: what is wrong with its input becomes one line and exit code 1.</summary>
internal static class Verb
{
    public static int Run(Action verb)
    {
        try
        {
            verb();
            return 0;
        }
        catch (InputException fault)
        {
            Console.Error.WriteLine(fault.Message.ReplaceLineEndings(" "));
            return 1;
        }
    }
}
