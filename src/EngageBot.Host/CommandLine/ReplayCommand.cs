using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using EngageBot.History;
using EngageBot.ReplyGraph;

namespace EngageBot.Host.CommandLine;

/// <summary><c>engagebot replay PATH</c>: what a history says, and what the bot would have done.</summary>
internal sealed class ReplayCommand
{
    private readonly Argument<string> _path = new("PATH") { Description = "A file, folder or zip." };
    private readonly Option<HistoryFormat?> _from = new("--from") { Description = "The format, where the content does not tell: slack, discord, irc or jsonl." };
    private readonly Option<DateOnly?> _date = new("--date") { Description = "The day an IRC log without a date in its name is of, like 2026-01-31." };
    private readonly Option<string?> _report = new("--report") { Description = "Write the report to this file, a page that needs nothing else.", HelpName = "report.html" };
    private readonly Option<string?> _json = new("--json") { Description = "Write the figures to this file.", HelpName = "report.json" };
    private readonly Option<string?> _share = new("--share") { Description = "Write a card without names, texts or ids, to be posted as a picture.", HelpName = "card.html" };
    private readonly Option<string?> _rules = new("--rules") { Description = "Plan by the rules in this file.", HelpName = "rules.json" };
    private readonly Option<ResolverKind> _resolver = new("--resolver") { Description = "How to find what a message answers where the platform does not say: by the trained model, or by rules." };
    private readonly Option<DateTimeOffset?> _since = new("--since") { CustomParser = Moment, HelpName = "moment", Description = "Leave out messages before this moment, like 2026-01-31 or 2026-01-31T12:00Z." };
    private readonly Option<DateTimeOffset?> _until = new("--until") { CustomParser = Moment, HelpName = "moment", Description = "Leave out messages from this moment on." };

    private readonly Option<string?> _database = new("--database")
    {
        Description = "Keep the messages in this database file; without a name in the configured one (data/engagebot.db). Left out: in a temporary one.",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "file",
    };

    public Command Create()
    {
        var command = new Command(
            "replay",
            """
            Reads a chat's history, works out who answered whom, and shows the posts that nobody answered and what the bot would have done about each.

            Reads an export of a Slack workspace (zip or folder), JSON of DiscordChatExporter (file, folder or zip), IRC logs (file or folder), or JSON lines.

            Example: engagebot replay export.zip --report report.html
            """)
        {
            _path, _from, _date, _report, _json, _share, _database, _rules, _resolver, _since, _until,
        };
        command.SetAction((parsed, cancellationToken) => ReplayRun.RunAsync(Request(parsed), cancellationToken));
        return command;
    }

    private ReplayRequest Request(ParseResult parsed) => new()
    {
        Path = parsed.GetValue(_path)!,
        From = parsed.GetValue(_from),
        Date = parsed.GetValue(_date),
        Report = parsed.GetValue(_report),
        Json = parsed.GetValue(_json),
        Share = parsed.GetValue(_share),
        Database = parsed.GetResult(_database) is null ? null : parsed.GetValue(_database) ?? ReplayRequest.ConfiguredDatabase,
        Rules = parsed.GetValue(_rules),
        Resolver = parsed.GetValue(_resolver),
        Since = parsed.GetValue(_since),
        Until = parsed.GetValue(_until),
    };

    /// <summary>A moment without a zone is taken as UTC: by the reader's own zone the same command would mean different things.</summary>
    private static DateTimeOffset? Moment(ArgumentResult result)
    {
        const DateTimeStyles Style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, Style, out var moment))
        {
            return moment;
        }

        result.AddError($"'{result.Tokens[0].Value}' is no moment. Write it like 2026-01-31 or 2026-01-31T12:00Z.");
        return null;
    }
}
