using System.Globalization;
using EngageBot.Chat;
using EngageBot.History;
using EngageBot.Reports;
using EngageBot.Stats;
using Spectre.Console;

namespace EngageBot.Host.CommandLine;

/// <summary>What a replay found, in a terminal.</summary>
internal static class ReplaySummary
{
    private const int PostsShown = 5;
    private const int SkippedShown = 5;

    public static void Write(IAnsiConsole console, ReplayReport report, ReplayOutcome outcome)
    {
        var figures = report.Figures;
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{OneLine.Of(report.Name)}[/], {figures.From:yyyy-MM-dd} to {figures.To:yyyy-MM-dd}");
        console.Write(Table(figures, report.NudgesPlanned));
        WriteOpenPosts(console, report);
        WriteReading(console, outcome);
    }

    /// <summary>Where to look.</summary>
    public static void WriteFiles(IAnsiConsole console, ReplayRequest request)
    {
        foreach (var (what, path) in new[] { ("Report", request.Report), ("Card", request.Share), ("Figures", request.Json), ("Database", request.Database) })
        {
            if (path is not null)
            {
                console.MarkupLineInterpolated($"{what}: [underline]{Path.GetFullPath(path)}[/]");
            }
        }
    }

    private static Table Table(CommunityFigures figures, int nudges)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn("what").AddColumn("figure");
        table.AddRow("Messages", $"{figures.Messages:N0} by {figures.People:N0} people in {Counted(figures.Channels.Count, "channel")}");
        table.AddRow("Posts", $"{figures.Posts.Posts:N0}: {figures.Posts.Answered:N0} answered, {figures.Posts.Unanswered:N0} not, {figures.Posts.NotObserved:N0} not observed long enough");
        table.AddRow("Response rate", Percent(figures.Posts.ResponseRate));
        table.AddRow("Questions", $"{figures.Questions.Posts:N0}, of which {Percent(1 - figures.Questions.ResponseRate)} got no answer");
        table.AddRow("First reply", figures.Times is { } times ? $"{Duration(times.Median)} at the median, {Duration(times.P90)} for nine in ten" : "nothing was answered");
        table.AddRow("Two-way share", Percent(figures.TwoWayShare));
        table.AddRow("Reciprocity", figures.Network.Reciprocity is null ? "no pairs yet" : $"{Percent(figures.Network.Reciprocity)} of {Counted(figures.Network.Pairs, "pair")} reply both ways");
        table.AddRow("Broadcasters", figures.Broadcasters.ToString("N0", CultureInfo.InvariantCulture));
        table.AddRow("One-way channels", figures.Channels.Count(channel => channel.IsOneWay).ToString("N0", CultureInfo.InvariantCulture));
        table.AddRow("Open posts", figures.OpenPosts.ToString("N0", CultureInfo.InvariantCulture));
        table.AddRow("Nudges planned", nudges.ToString("N0", CultureInfo.InvariantCulture));
        return table;
    }

    private static void WriteOpenPosts(IAnsiConsole console, ReplayReport report)
    {
        if (report.OpenPosts.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLine("[bold]Still waiting[/] (the newest)");
        foreach (var post in report.OpenPosts.Take(PostsShown))
        {
            console.MarkupLineInterpolated(
                $"  [dim]{post.Post.At:yyyy-MM-dd HH:mm} #{OneLine.Of(post.Channel, 30)}[/] {OneLine.Of(post.Post.Author, 30)}: {OneLine.Of(post.Post.Text, 90)}");
            foreach (var nudge in post.Nudges.Take(1))
            {
                console.MarkupLineInterpolated($"    [dim]{nudge.At:HH:mm}[/] {(nudge.Asked is null ? string.Empty : $"ask {OneLine.Of(nudge.Asked, 30)}. ")}[dim]{nudge.Reason}[/]");
            }
        }
    }

    private static void WriteReading(IAnsiConsole console, ReplayOutcome outcome)
    {
        console.WriteLine();
        if (outcome.KnownMessages > 0)
        {
            console.MarkupLineInterpolated($"[dim]{outcome.KnownMessages:N0} messages were stored already, or stand twice in the history.[/]");
        }

        if (outcome.OutOfOrder > 0)
        {
            console.MarkupLineInterpolated($"[dim]{outcome.OutOfOrder:N0} messages are older than the one before them; they were put in their place.[/]");
        }

        foreach (var (community, messages) in outcome.Communities.Skip(1))
        {
            console.MarkupLineInterpolated($"[yellow]The history also holds {messages:N0} messages of {OneLine.Of(community.Value)}: they are stored, but not in these figures.[/]");
        }

        if (outcome.SkippedMessages > 0)
        {
            console.MarkupLineInterpolated($"[yellow]{Counted(outcome.SkippedMessages, "message")} could not be used:[/]");
            foreach (var skipped in outcome.FirstSkipped.Take(SkippedShown))
            {
                console.MarkupLineInterpolated($"[yellow]  {OneLine.Of(skipped.Place)}: {OneLine.Of(skipped.Reason)}[/]");
            }

            if (outcome.SkippedMessages > SkippedShown)
            {
                console.MarkupLineInterpolated($"[yellow]  and {outcome.SkippedMessages - SkippedShown:N0} more[/]");
            }
        }
    }

    private static string Counted(long count, string what) => $"{count:N0} {what}{(count == 1 ? string.Empty : "s")}";

    private static string Percent(double? share) => share is null ? "not enough yet" : share.Value.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", string.Empty, StringComparison.Ordinal);

    private static string Duration(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => $"{time.TotalSeconds:F0} s",
        { TotalHours: < 2 } => $"{time.TotalMinutes:F0} min",
        { TotalDays: < 2 } => $"{time.TotalHours:F1} h",
        _ => $"{time.TotalDays:F1} days",
    };
}
