using System.CommandLine;
using EngageBot.History;

namespace EngageBot.Host.CommandLine;

/// <summary><c>engagebot profiles rebuild</c>: who knows about what, made anew.</summary>
internal sealed class ProfilesCommand
{
    private readonly Argument<string?> _path = new("PATH")
    {
        Description = "An export of the history: a file, folder or zip. Left out: the history is read from the platform that is configured.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<HistoryFormat?> _from = new("--from") { Description = "The format, where the content does not tell: slack, discord, irc or jsonl." };

    private readonly Option<int> _days = new("--days") { Description = "So many days are read from the platform.", DefaultValueFactory = _ => 180 };

    public Command Create()
    {
        _days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 3_650)
            {
                result.AddError("--days must be between 1 and 3650.");
            }
        });
        var rebuild = new Command(
            "rebuild",
            """
            Makes the profiles of members anew: from the messages that are stored, and the topics of those whose text is kept no longer from the history, which is read
            again. The texts themselves are not stored again. What the profiles knew of texts that are in neither is gone. Stop the bot first.

            Example: engagebot profiles rebuild export.zip
            """)
        {
            _path, _from, _days,
        };
        rebuild.SetAction((parsed, cancellationToken) => LiveRun.WithFaultsAsync(() => parsed.GetValue(_path) is { } path
            ? ProfilesRun.RebuildAsync(path, new HistoryOptions { From = parsed.GetValue(_from) }, cancellationToken)
            : ProfilesRun.RebuildAsync(parsed.GetValue(_days), cancellationToken)));
        return new Command("profiles", "What the bot knows of members: who helps with what, and when.") { rebuild };
    }
}
