namespace EngageBot.Slack.WebApi.Wire;

internal sealed record ConversationArguments
{
    public string? Channel { get; init; }

    /// <summary>Ids with commas between.</summary>
    public string? Users { get; init; }

    public bool? ReturnIm { get; init; }
}
