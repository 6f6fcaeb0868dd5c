using EngageBot.Commands;

namespace EngageBot.TestKit;

/// <summary>What somebody is told who asked something of the bot.</summary>
internal static class Reply
{
    /// <summary>Whether it was done or could not be taken.</summary>
    public static string WordsOf(CommandReply reply) => reply switch
    {
        CommandReply.Says says => says.Text,
        CommandReply.Complains complains => complains.InWords,
        _ => throw new InvalidOperationException($"{reply.GetType().Name} says nothing."),
    };
}
