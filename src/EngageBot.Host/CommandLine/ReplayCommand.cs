using System.CommandLine;
using EngageBot.History;

namespace EngageBot.Host.CommandLine;

/// <summary><c>engagebot replay PATH</c>: what a history says, and what the bot would have done.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A file, folder or zip." };
        var from = new Option<HistoryFormat?>("--from") { Description = "The format, where it is not to be found from the content: slack, discord, irc or jsonl." };
        var date = new Option<DateOnly?>("--date") { Description = "The day an IRC log without a date in its name is of, like 2026-01-31." };
        var report = new Option<string?>("--report") { Description = "Write the report to this file, as a page that needs nothing else." };
        var json = new Option<string?>("--json") { Description = "Write the figures to this file." };
        var share = new Option<string?>("--share") { Description = "Write a card to this file, without names, texts or ids, to be posted as a picture." };
        var database = new Option<string?>("--database") { Description = "Keep the messages in this database file. Without it, in a temporary one." };
        var rules = new Option<string?>("--rules") { Description = "Plan by the rules in this file." };
        var since = new Option<DateTimeOffset?>("--since") { Description = "Leave out messages before this moment, like 2026-01-31 or 2026-01-31T12:00Z." };
        var until = new Option<DateTimeOffset?>("--until") { Description = "Leave out messages from this moment on." };
        var command = new Command(
            "replay",
            """
            Reads a chat's history, works out who answered whom, and shows the posts that nobody answered and what the bot would have done about each.

            Reads an export of a Slack workspace (zip or folder), JSON of DiscordChatExporter (file, folder or zip), IRC logs (file or folder), or JSON lines.

            Example: engagebot replay export.zip --report report.html
            """)
        {
            path, from, date, report, json, share, database, rules, since, until,
        };
        command.SetAction((parsed, cancellationToken) => ReplayRun.RunAsync(
            new ReplayRequest
            {
                Path = parsed.GetValue(path)!,
                From = parsed.GetValue(from),
                Date = parsed.GetValue(date),
                Report = parsed.GetValue(report),
                Json = parsed.GetValue(json),
                Share = parsed.GetValue(share),
                Database = parsed.GetValue(database),
                Rules = parsed.GetValue(rules),
                Since = Utc(parsed.GetValue(since)),
                Until = Utc(parsed.GetValue(until)),
            },
            cancellationToken));
        return command;
    }

    private static DateTimeOffset? Utc(DateTimeOffset? moment) => moment?.ToUniversalTime();
}
