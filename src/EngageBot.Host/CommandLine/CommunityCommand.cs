using System.CommandLine;

namespace EngageBot.Host.CommandLine;

/// <summary><c>engagebot community list|live|observe</c>: where the bot speaks, and where it only observes.</summary>
internal sealed class CommunityCommand
{
    private readonly Argument<string?> _id = new("ID")
    {
        Description = "The community's id, as 'community list' shows it. May be left out where only one is known.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Command Create()
    {
        var list = new Command("list", "Shows the communities that the bot knows, whether it speaks there, and what keeps it from its work.\n\nExample: engagebot community list");
        list.SetAction((_, cancellationToken) => CommunityRun.RunAsync(CommunityRun.ListAsync, cancellationToken));
        var live = new Command(
            "live",
            """
            From now on the bot says in this community what it plans, as its rules say. What it planned before is not said.

            Example: engagebot community live 41771983423143937
            """)
        {
            _id,
        };
        live.SetAction((parsed, cancellationToken) => CommunityRun.RunAsync((database, stop) => CommunityRun.GoLiveAsync(database, parsed.GetValue(_id), stop), cancellationToken));
        var observe = new Command(
            "observe",
            """
            From now on the bot says nothing in this community, and takes away what it said and still stands. It goes on reading and planning.

            Example: engagebot community observe 41771983423143937
            """)
        {
            _id,
        };
        observe.SetAction((parsed, cancellationToken) =>
            CommunityRun.RunAsync((database, stop) => CommunityRun.ObserveAsync(database, parsed.GetValue(_id), stop), cancellationToken));
        return new Command("community", "Where the bot speaks, and where it only observes. A new community is observed until it is told otherwise; a bot that is running heeds a change at once.")
        {
            list, live, observe,
        };
    }
}
