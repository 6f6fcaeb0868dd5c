using System.Globalization;
using EngageBot.Chat;
using EngageBot.Nudges;
using EngageBot.Nudges.Thoughts;
using EngageBot.ReplyGraph;

namespace EngageBot.Host.Playground;

/// <summary>What the bot thinks, in words for a person who watches it.</summary>
internal static class PlaygroundTexts
{
    /// <summary>Of different sorts; more would be too much to read.</summary>
    private const int MostDeeds = 3;

    public static string Span(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalMinutes: < 2 } => "a minute",
        { TotalHours: < 1 } => Text($"{(int)time.TotalMinutes} minutes"),
        { TotalHours: < 2 } => "an hour",
        { TotalHours: < 48 } => Text($"{(int)time.TotalHours} hours"),
        _ => Text($"{(int)time.TotalDays} days"),
    };

    public static string Later(TimeSpan time) => time.TotalMinutes < 1 ? "At once" : $"{char.ToUpperInvariant(Span(time)[0])}{Span(time)[1..]} later";

    /// <summary>What was done, and where or to whom: "wrote in private to wren and joost".</summary>
    public static string Deeds(IEnumerable<PlaygroundDeed> deeds, PlaygroundWorld world) => string.Join("; ", deeds
        .GroupBy(deed => (deed.What, IsPrivate: deed.To is not null))
        .Take(MostDeeds)
        .Select(deed => $"{deed.Key.What} {(deed.Key.IsPrivate ? "to " : "in ")}{string.Join(" and ", deed.Select(one => Place(one, world)).Distinct(StringComparer.Ordinal))}"));

    public static string Place(PlaygroundDeed deed, PlaygroundWorld world) =>
        deed.To is { } to ? world.Member(to)?.Name ?? "somebody" : $"#{world.Channel(deed.Channel)?.Name}";

    public static string Kind(PostKind kind) => kind switch
    {
        PostKind.Question => "a question",
        PostKind.HelpRequest => "a request for help",
        PostKind.FeedbackRequest => "a request for feedback",
        PostKind.Introduction => "an introduction",
        PostKind.ShownWork => "somebody's own work",
        PostKind.Announcement => "an announcement",
        PostKind.Invitation => "an invitation",
        PostKind.Complaint => "a complaint",
        PostKind.Crisis => "a cry for help: people should look at it",
        PostKind.Quarrel => "a quarrel",
        PostKind.Scam => "a scam",
        _ => "chat",
    };

    /// <summary>How it stands with a message.</summary>
    public static string State(PostThought thought, DateTimeOffset now) => thought switch
    {
        { IsOpen: true } => $"Nobody has replied for {Span(now - thought.At)}.",
        { AnsweredAt: { } at } => $"Somebody replied after {Span(at - thought.At)}.",
        { IsSettled: true } => "It is settled: it needs no reply any more.",
        { IsPost: false } => "Part of a conversation.",
        _ => "It waits for no reply.",
    };

    public static string Link(ThoughtLink link) => Text($"{link.Probability:P0} · {Source(link.Source)}");

    public static string Step(ThoughtStep step, string? name) => step switch
    {
        { Step: NudgeStep.Board } => "Shown to everybody on the waiting board",
        _ when name is not null => $"Asked {name} in private",
        _ => "Somebody who may know is asked in private",
    };

    private static string Source(LinkSource source) => source switch
    {
        LinkSource.Explicit => "the reply button",
        LinkSource.Thread => "written in the thread",
        LinkSource.Model => "the model, by the words and the talk around it",
        LinkSource.SecondLook => "the model, with what came after",
        LinkSource.Person => "a person said so",
        _ => "mention and recency",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
