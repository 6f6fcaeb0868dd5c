namespace EngageBot.Tests.Slack.WebApi;

/// <summary>A call as it arrived.</summary>
internal sealed record ApiCall(string Verb, Uri Address, string? Authorization, string? ContentType, string Body, DateTimeOffset At)
{
    public string Method => Address.AbsolutePath.Split('/')[^1];
}
