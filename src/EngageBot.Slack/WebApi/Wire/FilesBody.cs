using EngageBot.Slack.Models;

namespace EngageBot.Slack.WebApi.Wire;

internal sealed class FilesBody
{
    public IReadOnlyList<SlackFile> Files { get; set => field = value ?? []; } = [];
}
