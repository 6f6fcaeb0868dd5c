using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Nudges;
using EngageBot.Nudges.Trials;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Dashboard;

/// <summary>Tries rules as they stand in a form on what was written lately, beside those that hold.</summary>
internal sealed class PreviewReader(RulesBook book, RulesTrial trial, TextRetention retention, Visibility visibility, IEnumerable<IChatPlatform> platforms)
{
    private const int MostDays = 30;
    private const int MostLines = 100;
    private const int LongestText = 200;
    private const int LongestName = 40;

    /// <summary>Null for a form that is none of the rules'.</summary>
    public async Task<RulesPreview?> ReadAsync(CommandRequest.Submitted typed, TextBook texts, CancellationToken cancellationToken)
    {
        if (!RulesForms.IsOfPlanning(typed.Form))
        {
            return null;
        }

        await book.RefreshAsync(cancellationToken);
        var inForce = book.Of(typed.Community);
        var page = new RulesPreview(RulesForms.Of(typed, inForce, texts));
        if (RulesForms.Read(typed, out var unread) is not { } change)
        {
            return page with { Errors = Error(unread.Field, RulesAnswers.Unread(unread.Written, texts)) };
        }

        var after = change(inForce);
        return RulesValidator.Problem(after) is { } reason
            ? page with { Errors = Error(RulesForms.Blamed(typed, inForce), RulesAnswers.Problem(new RulesOutcome.Refused(reason), texts)!) }
            : await TryAsync(typed.By, page, after, inForce, texts, cancellationToken);
    }

    private static Dictionary<string, string> Error(string field, string words) => new(StringComparer.Ordinal) { [field] = words };

    private async Task<RulesPreview> TryAsync(Asker by, RulesPreview page, CommunityRules after, CommunityRules inForce, TextBook texts, CancellationToken cancellationToken)
    {
        var kept = retention.DaysIn(inForce);
        var from = by.At - TimeSpan.FromDays(Math.Min(MostDays, kept));
        if (await trial.RunAsync(by.Community, [after, inForce], from, by.At, cancellationToken) is not { Plans: [var typed, var now] } tried)
        {
            return page with { Problem = texts["stats.none"] };
        }

        var all = Compared(typed, now);
        return page with
        {
            Days = Math.Max(1, (int)Math.Ceiling((by.At - tried.From).TotalDays)),
            DaysKept = kept < MostDays && tried.From == from ? kept : null,
            Posts = tried.Posts,
            IsCut = tried.IsCut,
            Typed = CountsOf(typed),
            InForce = CountsOf(now),
            Lines = await LinesAsync(by.Member, all.Take(MostLines), cancellationToken),
            More = Math.Max(0, all.Count - MostLines),
        };
    }

    /// <summary>What both would say is one line, at the moment of the rules as typed.</summary>
    private static IReadOnlyList<(TrialNudge Nudge, PreviewChange Change)> Compared(IReadOnlyList<TrialNudge> typed, IReadOnlyList<TrialNudge> inForce)
    {
        var (after, before) = (typed.Select(KeyOf).ToHashSet(), inForce.Select(KeyOf).ToHashSet());
        return
        [
            .. typed.Select(nudge => (nudge, before.Contains(KeyOf(nudge)) ? PreviewChange.Same : PreviewChange.New))
                .Concat(inForce.Where(nudge => !after.Contains(KeyOf(nudge))).Select(nudge => (nudge, PreviewChange.Gone)))
                .OrderByDescending(line => line.nudge.At).ThenByDescending(line => line.nudge.Post).ThenByDescending(line => line.nudge.Step),
        ];
    }

    private static (long Post, NudgeStep Step) KeyOf(TrialNudge nudge) => (nudge.Post, nudge.Step);

    private static PreviewCounts CountsOf(IReadOnlyList<TrialNudge> plan) => new(plan.Sum(nudge => nudge.People), plan.Count(nudge => nudge.Step == NudgeStep.Board));

    private async Task<IReadOnlyList<PreviewLine>> LinesAsync(MemberId reader, IEnumerable<(TrialNudge Nudge, PreviewChange Change)> all, CancellationToken cancellationToken)
    {
        List<PreviewLine> lines = [];
        Dictionary<ChannelId, bool> isSeen = [];
        foreach (var (nudge, change) in all)
        {
            var channel = nudge.Place.Channel;
            if (!isSeen.TryGetValue(channel, out var maySee))
            {
                isSeen[channel] = maySee = await visibility.MaySeeAsync(reader, channel, cancellationToken);
            }

            var line = new PreviewLine(nudge.At, nudge.Step, nudge.People, change);
            lines.Add(!maySee ? line : line with
            {
                Channel = $"#{OneLine.Of(nudge.ChannelName.TrimStart('#'), LongestName)}",
                Text = nudge.Text is { } text ? OneLine.Of(text, LongestText) : null,
                Link = platforms.FirstOrDefault(platform => platform.Platform == channel.Community.Platform)?.LinkTo(nudge.Place),
            });
        }

        return lines;
    }
}
