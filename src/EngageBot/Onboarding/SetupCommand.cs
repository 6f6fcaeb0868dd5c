using System.Data.Common;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;
using EngageBot.Unanswered;

namespace EngageBot.Onboarding;

/// <summary><c>/engage-mod setup</c>: which channels wait most for answers, and one form, filled in beforehand, with what the bot needs to know to begin.</summary>
internal sealed class SetupCommand(DbDataSource database, RulesBook book, RulesStore store, ChannelNames names, Visibility visibility, Decide decide, TimeProvider clock) : ISlashCommand
{
    public const string Command = "setup";
    public const string Begin = "begin";
    public const string Fill = "fill";
    public const string Form = "form";

    private const int MostShown = 8;

    public string Name => Command;

    public bool IsForModerators => true;

    public Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) => request switch
    {
        CommandRequest.Submitted form => TakeAsync(form, texts, cancellationToken),
        CommandRequest.Pressed { Button.Action: Fill } => OpenAsync(request, texts, cancellationToken),
        _ => SuggestAsync(request, texts, cancellationToken),
    };

    private async Task<CommandReply> SuggestAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        var (_, channels, suggested) = await LookAsync(request, cancellationToken);
        var all = suggested.Count == 0 ? channels : suggested;
        var lines = all.Take(MostShown).Select(channel => channel.Percent is { } percent
            ? texts.Of("setup.channel", ("channel", Shown(channel)), ("posts", Written(channel.Posts)), ("share", Written(percent)))
            : texts.Of("setup.channel.bare", ("channel", Shown(channel))));
        string[] more = all.Count > MostShown ? [ShortList.More(all.Count - MostShown, texts)] : [];
        var text = string.Join('\n', [texts[suggested.Count == 0 ? "setup.suggest.all" : "setup.suggest"], .. lines, .. more]);
        return new CommandReply.Says(text) { Buttons = [new(new ButtonId(Command, Fill, 0), texts["setup.button.fill"]) { IsMain = true }] };
    }

    private async Task<CommandReply> OpenAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        using var soon = new FormDeadline(clock, cancellationToken);
        var rules = book.Of(request.Community);
        var draft = await soon.ReadAsync(stop => DraftAsync(request, rules, stop)) ?? new SetupDraft(string.Empty, Watched: null);
        var own = TextBook.In(request.By.Language).Language;
        return new CommandReply.Opens(SetupForm.Of(rules, draft, rules.Language == TextBook.DefaultLanguage ? own : rules.Language, texts));
    }

    private async Task<SetupDraft> DraftAsync(CommandRequest request, CommunityRules rules, CancellationToken cancellationToken)
    {
        var (_, channels, suggested) = await LookAsync(request, cancellationToken);
        var known = await names.OfAsync(request.Community, cancellationToken);
        var watched = rules.WatchedChannels.Count > 0 && !rules.WatchedChannels.Contains(CommunityRules.AllChannels)
            ? rules.WatchedChannels.Select(channel => known.GetValueOrDefault(channel, channel))
            : suggested.Select(channel => channel.Name);
        var place = rules.ModeratorChannel ?? await PlaceAsync(request, channels, cancellationToken) ?? string.Empty;
        return new SetupDraft(known.GetValueOrDefault(place, place), [.. watched]);
    }

    private async Task<CommandReply> TakeAsync(CommandRequest.Submitted form, TextBook texts, CancellationToken cancellationToken)
    {
        var own = book.Of(form.Community);
        var known = await names.MeantByAsync(form.Member, string.Join('\n', form.Fields.Values), [.. own.WatchedChannels, own.ModeratorChannel ?? string.Empty], cancellationToken);
        if (SetupForm.Read(form.Fields, known, texts, out var complaints) is not { } change)
        {
            return new CommandReply.Complains(complaints);
        }

        if (RulesAnswers.Complaint(await store.ChangeAsync(form.By, change, cancellationToken), SetupForm.Watched, texts) is { } complaint)
        {
            return complaint;
        }

        await decide(new ModeratorChoice.SetsUp(form.Community, form.At, form.Member), cancellationToken);
        return new CommandReply.Says(texts["setup.done"])
        {
            Buttons =
            [
                new(new ButtonId(NoticeCommand.Command, NoticeCommand.Write, 0), texts["setup.button.notice"]) { IsMain = true },
                new(new ButtonId(HelpersCommand.Command, HelpersCommand.SignUp, 0), texts["setup.button.sign-up"]),
            ],
        };
    }

    /// <summary>The channel in which moderators would hear from the bot now; null where none is known.</summary>
    private async Task<string?> PlaceAsync(CommandRequest request, IReadOnlyList<ChannelShare> channels, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await new KnownCommunityQuery(session).ModeratorsAsync(request.Community, cancellationToken)
            ?? (request.By.Channel is { } here && channels.All(channel => channel.Id != here.Value) ? here.Value : null);
    }

    private async Task<(KnownCommunity? Community, IReadOnlyList<ChannelShare> Channels, IReadOnlyList<ChannelShare> Suggested)> LookAsync(
        CommandRequest request, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        if (await new KnownCommunityQuery(session).FindAsync(request.Community, cancellationToken) is not { } community)
        {
            return (null, [], []);
        }

        var all = await new ChannelShareQuery(session).OfAsync(community.Key, request.At.ToUnixTimeMilliseconds(), cancellationToken);
        var channels = await visibility.SeenAsync(request.Member, all, channel => new ChannelId(request.Community, channel.Id), cancellationToken);
        return (community, channels, SetupPolicy.Watch(community.People, channels));
    }

    private static string Shown(ChannelShare channel) => $"#{OneLine.Of(channel.Name.TrimStart('#'), 40)}";

    private static string Written(long count) => count.ToString(CultureInfo.InvariantCulture);
}
