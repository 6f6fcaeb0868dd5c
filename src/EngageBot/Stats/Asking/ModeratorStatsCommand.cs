using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Outbox;
using EngageBot.Stats.Daily;
using EngageBot.Texts;

namespace EngageBot.Stats.Asking;

/// <summary><c>/engage-mod stats [days] [channel]</c>: the figures with those that moderators decide by; of a channel only where the moderator can read it.</summary>
internal sealed class ModeratorStatsCommand(StatsAnswer answer, Visibility visibility, ChannelNames names) : ISlashCommand
{
    private const string Days = "days";
    private const string Channel = "channel";
    private const int MostDays = 365;

    public string Name => StatsCommand.Command;

    public bool IsForModerators => true;

    public IReadOnlyList<CommandOption> Options { get; } = [new(Days, CommandOptionKind.Number), new(Channel, CommandOptionKind.Channel)];

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        var given = (request as CommandRequest.Typed)?.Options;
        var days = (int)StatsAnswer.Usual.TotalDays;
        if (given?.GetValueOrDefault(Days) is { } written && (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out days) || days is < 1 or > MostDays))
        {
            return new CommandReply.Complains(Days, texts["stats.usage"]);
        }

        ChannelId? channel = given?.GetValueOrDefault(Channel) is { } named ? new ChannelId(request.Community, named) : null;
        if (channel is { } one && !await visibility.MaySeeAsync(request.Member, one, cancellationToken))
        {
            return new CommandReply.Says(texts["stats.channel"]); // The same for one that there is not.
        }

        var name = channel is null ? null : (await names.OfAsync(request.Community, cancellationToken)).GetValueOrDefault(channel.Value.Value);
        return await answer.ToAsync(new LiveScope(request.Community, channel, TimeSpan.FromDays(days), request.At), name, isForModerators: true, texts, cancellationToken);
    }
}
