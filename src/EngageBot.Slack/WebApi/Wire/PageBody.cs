namespace EngageBot.Slack.WebApi.Wire;

internal abstract class PageBody
{
    public ResponseMetadata? ResponseMetadata { get; set; }
}
