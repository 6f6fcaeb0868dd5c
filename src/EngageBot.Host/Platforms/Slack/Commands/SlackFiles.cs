using EngageBot.Commands;
using EngageBot.Slack.WebApi;

namespace EngageBot.Host.Platforms.Slack.Commands;

/// <summary>Hands a file to the member who asked for it, in his conversation with the bot: what only one member sees in a channel has no files.</summary>
internal static class SlackFiles
{
    /// <summary>Whether he has it.</summary>
    public static async Task<bool> HandAsync(SlackWorld world, string user, ReplyFile file, CancellationToken cancellationToken)
    {
        if ((await world.Client.OpenConversationAsync([user], cancellationToken)).ValueOrDefault is not { } conversation)
        {
            return false;
        }

        var uploaded = await world.Client.UploadFilesAsync([new FileProperties(file.Name, file.Bytes) { AltText = file.Alt }], new UploadTarget(conversation.Id), cancellationToken);
        return uploaded.IsOk;
    }
}
