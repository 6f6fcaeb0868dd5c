using System.Globalization;
using EngageBot.Chat;
using EngageBot.Nudges;
using EngageBot.Nudges.Thoughts;
using EngageBot.ReplyGraph;
using EngageBot.Texts;

namespace EngageBot.Host.Playground;

/// <summary>What the bot thinks and does, in words for a person who watches it.</summary>
internal sealed class PlaygroundTexts(TextBook texts)
{
    /// <summary>Of different sorts; more would be too much to read.</summary>
    private const int MostDeeds = 3;

    private const string Prefix = "playground.";

    public string this[string name] => texts[Prefix + name];

    public string Of(string name, params (string Placeholder, string Value)[] values) => texts.Of(Prefix + name, values);

    public string Span(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => this["span.moment"],
        { TotalMinutes: < 2 } => this["span.minute"],
        { TotalHours: < 1 } => Of("span.minutes", ("count", Number((int)time.TotalMinutes))),
        { TotalHours: < 2 } => this["span.hour"],
        { TotalHours: < 48 } => Of("span.hours", ("count", Number((int)time.TotalHours))),
        _ => Of("span.days", ("count", Number((int)time.TotalDays))),
    };

    /// <summary>"Sun 22 Nov, 23:52".</summary>
    public string Moment(DateTimeOffset at)
    {
        var day = texts.Language == TextBook.DefaultLanguage ? at.ToString("ddd", CultureInfo.InvariantCulture) : texts[$"digest.day.{(int)at.DayOfWeek:D}"];
        return $"{day} {WrittenForms.Day(at, texts)}, {Time(at)}";
    }

    /// <summary>The hour, with its day where that was not lately.</summary>
    public string Clock(DateTimeOffset at, DateTimeOffset now) => now - at < TimeSpan.FromHours(20) ? Time(at) : $"{WrittenForms.Day(at, texts)} {Time(at)}";

    /// <summary>What came of a jump: "19 minutes later the bot wrote in private to wren and joost."; empty for none.</summary>
    public string Outcome(PlaygroundJump? jump, PlaygroundWorld world)
    {
        if (jump is not { Time: var time, Deeds: var deeds })
        {
            return string.Empty;
        }

        var told = string.Join("; ", deeds.GroupBy(deed => (deed.What, deed.Emoji, IsPrivate: deed.To is not null)).Take(MostDeeds).Select(alike => Deed([.. alike], world)));
        var said = deeds.Count == 0 ? Of("outcome.none", ("time", Span(time))) : time.TotalMinutes < 1 ? Of("outcome.now", ("deeds", told)) : Of("outcome", ("time", Span(time)), ("deeds", told));
        return $"{char.ToUpperInvariant(said[0])}{said[1..]}";
    }

    /// <summary>What was done, and where or to whom: "wrote in private to wren and joost".</summary>
    /// <param name="deeds">All of the same sort.</param>
    public string Deed(IReadOnlyList<PlaygroundDeed> deeds, PlaygroundWorld world)
    {
        List<(string, string)> values = [("place", string.Join(this["and"], deeds.Select(deed => Place(deed, world)).Distinct(StringComparer.Ordinal)))];
        if (deeds[0].Emoji is { } emoji)
        {
            values.Add(("emoji", emoji));
        }

        return Of($"deed.{deeds[0].What}", [.. values]);
    }

    /// <summary>What sort of message it is, as a sentence.</summary>
    public string Kind(PostKind kind)
    {
        var name = $"{Prefix}kind.{kind.ToString().ToLowerInvariant()}";
        return texts.Names.Contains(name) ? texts[name] : this["kind.chat"];
    }

    /// <summary>How it stands with a message.</summary>
    public string State(PostThought thought, DateTimeOffset now) => thought switch
    {
        { IsOpen: true } => Of("state.open", ("time", Span(now - thought.At))),
        { AnsweredAt: { } at } => Of("state.answered", ("time", Span(at - thought.At))),
        { IsSettled: true } => this["state.settled"],
        { IsPost: false } => this["state.part"],
        _ => this["state.none"],
    };

    public string Link(ThoughtLink link) => $"{WrittenForms.Percent(Number((int)Math.Round(link.Probability * 100)), texts)} · {Source(link.Source)}";

    public string Step(ThoughtStep step, string? name) => step switch
    {
        { Step: NudgeStep.Board } => this["step.board"],
        _ when name is not null => Of("step.asked", ("name", name)),
        _ => this["step.ask"],
    };

    /// <summary>Reasons are kept in English and told in the reader's language; one that has no text in it is left out there, and the time alone is told.</summary>
    public string Why(string when, string reason, string between) =>
        (Retelling.Of(reason, texts, "because") ?? (texts.Language == TextBook.DefaultLanguage ? reason : null)) is { } told ? $"{when}{between}{told}" : when;

    private string Place(PlaygroundDeed deed, PlaygroundWorld world) => deed.To is { } to ? world.Member(to)?.Name ?? this["somebody"] : $"#{world.Channel(deed.Channel)?.Name}";

    private string Source(LinkSource source) => source is LinkSource.Explicit or LinkSource.Thread or LinkSource.Model or LinkSource.SecondLook or LinkSource.Person
        ? this[$"source.{source.ToString().ToLowerInvariant()}"]
        : this["source.rules"];

    private static string Time(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
