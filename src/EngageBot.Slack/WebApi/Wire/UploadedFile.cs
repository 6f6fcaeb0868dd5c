namespace EngageBot.Slack.WebApi.Wire;

internal sealed record UploadedFile(string Id, string Title);
