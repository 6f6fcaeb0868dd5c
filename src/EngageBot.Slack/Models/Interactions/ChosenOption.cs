namespace EngageBot.Slack.Models.Interactions;

/// <summary>An option that was chosen.</summary>
public sealed record ChosenOption
{
    public string Value { get; set => field = value ?? ""; } = "";
}
