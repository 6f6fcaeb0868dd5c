using System.Diagnostics;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;
using EngageBot.Unanswered;
using EngageBot.Unanswered.Chosen;

namespace EngageBot.Tips;

/// <summary>Finds the tips that fit a post, from its words and from what is known of the channels that its author can read.</summary>
internal sealed class TipsReader(WriteSession session, RulesBook rules, Visibility visibility)
{
    private readonly HoursQuery _hours = new(session);

    /// <summary>The tips, in words.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(ChosenPost post, DateTimeOffset now, TextBook texts, CancellationToken cancellationToken)
    {
        var shape = post.Text is { } words ? ShapeReader.Read(words, post.State.Kind, post.Traits) : null;
        var elsewhere = await ElsewhereAsync(post, now, cancellationToken);
        var written = DateTimeOffset.FromUnixTimeMilliseconds(post.Post.At);
        var later = HourPolicy.Better(await _hours.RepliesAsync(post.Post.Channel, now.ToUnixTimeMilliseconds(), cancellationToken), written.Hour);
        var zone = later is null ? null : await ZoneAsync(post, cancellationToken);
        return
        [
            .. TipsPolicy.For(new TipFacts(shape, elsewhere is not null, later is not null)).Select(tip => tip switch
            {
                Tip.SayWhatItIsAbout => texts["chances.about"],
                Tip.NotOnlyALink => texts["chances.link"],
                Tip.AskAQuestion => texts["chances.question"],
                Tip.SayWhatYouTried => texts["chances.tried"],
                Tip.CodeInABlock => texts["chances.code"],
                Tip.OneQuestion => texts["chances.one"],
                Tip.Shorter => texts["chances.shorter"],
                Tip.OtherChannel => texts.Of("chances.channel", ("channel", Name(elsewhere!))),
                Tip.OtherHour => HourIn(zone!, later!.Value, now, texts),
                _ => throw new UnreachableException(tip.ToString()),
            }),
        ];
    }

    /// <summary>Only channels that everybody can read are counted, and he himself can read the one that is named.</summary>
    private async Task<ChannelShare?> ElsewhereAsync(ChosenPost post, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = rules.Of(post.Community);
        var shares = await new ChannelShareQuery(session).OfAsync(post.Community, now.ToUnixTimeMilliseconds(), cancellationToken);
        var better = ChannelPolicy.Better([.. shares.Where(share => own.Watches(share.Name, share.Id))], post.Post.Channel);
        return better is not null && await visibility.MaySeeAsync(post.Author, new ChannelId(post.Channel.Community, better.Id), cancellationToken) ? better : null;
    }

    /// <summary>The author's own, else the community's, else UTC.</summary>
    private async Task<TimeZoneInfo> ZoneAsync(ChosenPost post, CancellationToken cancellationToken) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(
            await _hours.ZoneAsync(post.Post.Author, cancellationToken) ?? rules.Of(post.Community).QuietHours?.TimeZone ?? string.Empty, out var zone) ? zone : TimeZoneInfo.Utc;

    private static string HourIn(TimeZoneInfo zone, int hour, DateTimeOffset now, TextBook texts)
    {
        var from = TimeZoneInfo.ConvertTime(new DateTimeOffset(now.UtcDateTime.Date.AddHours(hour), TimeSpan.Zero), zone);
        string Shown(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
        return texts.Of("chances.hour", ("from", Shown(from)), ("until", Shown(from.AddHours(HourPolicy.Hours))), ("zone", zone.Id));
    }

    private static string Name(ChannelShare channel) => $"#{Excerpt.Of(channel.Name.TrimStart('#'))}";
}
