using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>The step and the channel that are given with a command that switches something on or off.</summary>
/// <param name="Step">Null for all.</param>
/// <param name="Channel">The id of a channel; null for all.</param>
/// <param name="Name">What that channel is called.</param>
internal sealed record StepOptions(LiveStep? Step, string? Channel, string? Name)
{
    private const string StepOption = "step";
    private const string ChannelOption = "channel";
    private const int LongestName = 60;

    public static IReadOnlyList<CommandOption> Options { get; } =
    [
        new(StepOption, CommandOptionKind.Text) { Choices = StepChoice.Names },
        new(ChannelOption, CommandOptionKind.Channel),
    ];

    /// <summary>Everything, everywhere.</summary>
    public bool IsAll => Step is null && Channel is null;

    /// <summary>Null where they name nothing that there is.</summary>
    public static async Task<StepOptions?> ReadAsync(CommandRequest request, ChannelNames names, CancellationToken cancellationToken)
    {
        var given = (request as CommandRequest.Typed)?.Options;
        var (step, channel) = (given?.GetValueOrDefault(StepOption), given?.GetValueOrDefault(ChannelOption));
        var name = channel is null ? null : (await names.MeantByAsync(request.Member, channel, [], cancellationToken)).GetValueOrDefault(channel);
        return (step is not null && StepChoice.Named(step) is null) || (channel is not null && name is null) ? null : new StepOptions(StepChoice.Named(step), channel, name);
    }

    /// <summary>What they mean, in words.</summary>
    public string InWords(TextBook texts)
    {
        var step = Step switch
        {
            null => texts["live.step.all"],
            LiveStep.Board => texts["live.step.board"],
            LiveStep.Asks => texts["live.step.asks"],
            LiveStep.YourTurn => texts["live.step.your-turn"],
            LiveStep.Notes => texts["live.step.notes"],
            _ => texts["live.step.introductions"],
        };
        return Name is null ? step : texts.Of("live.step.in", ("step", step), ("channel", $"#{OneLine.Of(Name.TrimStart('#'), LongestName)}"));
    }
}
