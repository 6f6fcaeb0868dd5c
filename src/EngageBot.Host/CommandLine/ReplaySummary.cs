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
        console.MarkupLineInterpolated($"[bold]{OneLine.Of(report.Name)}[/], {Words.Span(figures.From, figures.To)}");
        console.WriteLine(Findings.Extent(figures));
        console.WriteLine();
        console.Write(Table(report));
        WriteNotObserved(console, figures.Posts);
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

    private static Table Table(ReplayReport report)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn(new TableColumn("figure").RightAligned()).AddColumn("words");
        foreach (var finding in Findings.Of(report))
        {
            table.AddRow(new Text(finding.Figure, new Style(decoration: Decoration.Bold)), new Text(finding.Words));
        }

        return table;
    }

    private static void WriteNotObserved(IAnsiConsole console, PostFigures posts)
    {
        if (posts.NotObserved > 0)
        {
            console.MarkupLineInterpolated($"[dim]{Words.Counted(posts.NotObserved, "post")} not observed long enough to say[/]");
        }
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
                $"  [dim]{Words.Moment(post.Post.At)} {OneLine.Of(Words.Channel(post.Channel), 30)}[/] {OneLine.Of(post.Post.Author, 30)}: {OneLine.Of(post.Post.Text, 90)}");
            foreach (var nudge in post.Nudges.Take(1))
            {
                console.MarkupLineInterpolated($"    [dim]{Words.Clock(nudge.At, post.Post.At)}[/] {(nudge.Asked is null ? string.Empty : $"ask {OneLine.Of(nudge.Asked, 30)}. ")}[dim]{nudge.Reason}[/]");
            }
        }
    }

    private static void WriteReading(IAnsiConsole console, ReplayOutcome outcome)
    {
        console.WriteLine();
        if (outcome.KnownMessages > 0)
        {
            console.MarkupLineInterpolated($"[dim]{Words.Counted(outcome.KnownMessages, "message was", "messages were")} stored already, or stand twice in the history.[/]");
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
            console.MarkupLineInterpolated($"[yellow]{Words.Counted(outcome.SkippedMessages, "message or file", "messages or files")} could not be used:[/]");
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
}
