using System.Globalization;
using EngageBot.Charts;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Texts;

namespace EngageBot.Onboarding;

/// <summary>What the bot found, in words and as a picture; short enough for one message on any platform.</summary>
internal static class FindingsTexts
{
    /// <summary>Discord takes 2,000 characters.</summary>
    private const int Longest = 1_800;

    private const int MostChannels = 5;

    private const int LongestAlt = 900;

    /// <summary>Of fewer no number is said where that is the rule.</summary>
    private const int FewestPeople = 5;

    /// <param name="isPictured">The shares are in a picture beside.</param>
    public static string Of(FirstFindings findings, bool isPictured, Func<MessagePlace, Uri?> linkTo, TextBook texts)
    {
        if (findings.Posts == 0 && findings.Waiting.Count == 0)
        {
            return string.Join('\n', [.. Outcomes(findings, texts), texts["findings.none"]]);
        }

        List<string> lines = [.. Outcomes(findings, texts), texts.Of("findings.title", ("posts", Written(findings.Posts)), ("unanswered", Written(findings.Unanswered)))];
        lines.AddRange(isPictured ? [] : findings.Channels.Take(MostChannels).Select(channel => texts.Of(
            "findings.channel", ("channel", Shown(channel.Name)), ("share", Written(channel.Percent ?? 0)), ("posts", Written(channel.Posts)))));
        if (!findings.HasHelpers)
        {
            lines.Add(texts.Of("findings.nobody", ("channels", ShortList.Of([.. findings.Channels.Select(channel => channel.Name).Concat(findings.Waiting.Select(line => line.ChannelName)).Distinct().Select(Shown)], MostChannels, texts))));
            lines.Add(texts.Of("findings.fewest", ("count", Written(findings.FewestHelpers))));
        }

        if (findings.Waiting.Count > 0)
        {
            lines.Add(texts["findings.waiting"]);
        }

        foreach (var (shown, line) in findings.Waiting.Select(line => Line(line, linkTo(line.Place), texts)).Index())
        {
            if (lines.Sum(one => MessageRoom.Of(one) + 1) + MessageRoom.Of(line) > Longest)
            {
                lines.Add(ShortList.More(findings.Waiting.Count - shown, texts));
                break;
            }

            lines.Add(line);
        }

        return string.Join('\n', lines);
    }

    /// <summary>Null where there is nothing to show.</summary>
    public static BarChart? ChartOf(FirstFindings findings, TextBook texts) => findings.Channels.Count == 0 ? null : new BarChart
    {
        Title = texts["findings.chart"],
        Caption = texts["findings.chart.caption"],
        Unit = ChartUnit.PercentAs(number => WrittenForms.Percent(number, texts)),
        Bars = [.. findings.Channels.Select(channel => new Bar(Shown(channel.Name), 100.0 * channel.Unanswered / channel.Posts, $"n={Written(channel.Posts)}"))],
    };

    /// <summary>The picture in words.</summary>
    public static string AltOf(BarChart chart) => OneLine.Of($"{chart.Title}: {string.Join(", ", chart.Bars.Select(bar => $"{bar.Label} {chart.Unit.Format(bar.Value)} ({bar.Note})"))}", LongestAlt);

    /// <summary>What people say came of it comes before everything else.</summary>
    private static IEnumerable<string> Outcomes(FirstFindings findings, TextBook texts) => findings.Outcomes switch
    {
        { Confirmed: 0 } => [],
        { Confirmed: < FewestPeople } when findings.HidesFew => [texts["findings.outcomes.few"]],
        var outcomes =>
        [
            texts.Of(
                "findings.outcomes",
                ("confirmed", Written(outcomes.Confirmed)),
                ("made", Written(outcomes.Made)),
                ("helped", Written(outcomes.Helped)),
                ("met", Written(outcomes.Met)),
                ("changed", Written(outcomes.Changed))),
        ],
    };

    private static string Line(WaitingLine line, Uri? link, TextBook texts)
    {
        var excerpt = Excerpt.Of(line.Text);
        var (channel, wait) = (Shown(line.ChannelName), DurationText.Of(line.Wait));
        var post = excerpt.Length == 0 ? texts.Of("board.line.bare", ("channel", channel)) : texts.Of("board.line", ("excerpt", excerpt), ("channel", channel));
        var plan = line.IsAsked ? texts.Of("findings.plan.ask", ("wait", wait)) : texts.Of("findings.plan.board", ("wait", wait));
        return link is null ? $"{post}\n  {plan}" : $"{post}\n  {link.AbsoluteUri}\n  {plan}";
    }

    private static string Shown(string channel) => $"#{Excerpt.Of(channel.TrimStart('#'))}";

    private static string Written(long count) => count.ToString(CultureInfo.InvariantCulture);
}
