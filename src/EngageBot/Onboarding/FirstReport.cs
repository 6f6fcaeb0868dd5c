using EngageBot.Charts;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;

namespace EngageBot.Onboarding;

/// <summary>Tells moderators once, within minutes where history can be read, what the bot found there: a picture, five posts that still wait, and what it would have done about each.</summary>
/// <param name="charts">Makes pictures; without it all is in words.</param>
internal sealed class FirstReport(
    WriteSession session, RulesBook rules, ModeratorMessages moderators, Func<Platform, IChatPlatform?> platformOf, ChartImage? charts) : IVoice
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly KnownCommunityQuery _communities = new(session);
    private readonly FindingsReader _findings = new(session, rules);
    private readonly OutboxStore _store = new(session);

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.Report];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.OpenAsync(cancellationToken);
        foreach (var community in await _communities.WithoutAsync(OutboxKind.Report, cancellationToken))
        {
            if (platformOf(community.Id.Platform) is { } platform && ReportPolicy.IsDue(community, platform.IsCaughtUp, now)
                && await moderators.PlaceAsync(community.Key, cancellationToken) is not null && await _communities.FindAsync(community.Id, cancellationToken) is { } counted)
            {
                await moderators.AddAsync(await MessageAsync(counted, platform, now, cancellationToken), now, cancellationToken);
            }
        }
    }

    /// <summary>Told as it is now: since it was found out, posts may have been answered or taken away, and not everybody may be able to read a channel any more.</summary>
    public async Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (platformOf(entry.Channel.Community.Platform) is not { } platform || await _communities.FindAsync(entry.Channel.Community, cancellationToken) is not { } community)
        {
            return new OutboxVerdict.Drop("Nothing is known of the community any more.");
        }

        var texts = rules.Of(community.Key).Wording();
        var findings = await _findings.ReadAsync(community, now, cancellationToken);
        var chart = FindingsTexts.ChartOf(findings, texts);
        var isPictured = entry.Picture is not null && chart is not null && entry.Picture.Alt == FindingsTexts.AltOf(chart);
        if (isPictured == entry.Picture is not null && entry.Text == FindingsTexts.Of(findings, isPictured, platform.LinkTo, texts))
        {
            return new OutboxVerdict.Say();
        }

        var picture = isPictured ? entry.Picture : await PictureAsync(chart, cancellationToken);
        var text = FindingsTexts.Of(findings, picture is not null, platform.LinkTo, texts);
        await _store.RepaintAsync(entry.Id, picture, cancellationToken);
        await _store.ChangeAsync(entry.Id, text, [], now.ToUnixTimeMilliseconds(), cancellationToken);
        return new OutboxVerdict.Hold("What was found has changed.", now + Soon);
    }

    public void Forget() => _store.Forget();

    private async Task<ModeratorMessage> MessageAsync(KnownCommunity community, IChatPlatform platform, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var texts = rules.Of(community.Key).Wording();
        var findings = await _findings.ReadAsync(community, now, cancellationToken);
        var picture = await PictureAsync(FindingsTexts.ChartOf(findings, texts), cancellationToken);
        return new ModeratorMessage
        {
            Community = community.Key,
            Kind = OutboxKind.Report,
            Subject = community.Key,
            Text = FindingsTexts.Of(findings, picture is not null, platform.LinkTo, texts),
            Picture = picture,
            Reason = "What was found in the last 30 days.",
        };
    }

    private async Task<Picture?> PictureAsync(BarChart? chart, CancellationToken cancellationToken) =>
        chart is not null && charts is not null && await charts.ToPngAsync(chart.ToSvg(new ChartLook(ChartTheme.Light, ChartLook.Chat)), zoom: 2, cancellationToken) is { } png
            ? new Picture(png, FindingsTexts.AltOf(chart))
            : null;
}
