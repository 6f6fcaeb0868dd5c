using EngageBot.Slack.Models;
using EngageBot.Slack.Validation;
using EngageBot.Slack.WebApi.Wire;
using EngageBot.Transport;

namespace EngageBot.Slack.WebApi;

/// <content>Files.</content>
public sealed partial class SlackWebClient
{
    /// <summary>
    /// Uploads files in Slack's three steps (an address for each, the bytes, the end of it) and shows them as one message. Until the last step nobody sees
    /// anything; where that one breaks, the outcome is <see cref="SlackResult{T}.Unknown"/>.
    /// <see href="https://docs.slack.dev/messaging/working-with-files#uploading_files"/>.
    /// </summary>
    /// <param name="files">One or more, none of them empty.</param>
    /// <param name="target">None keeps them to the bot, for use in blocks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidRequestException">There is no file, or one is empty.</exception>
    public async Task<SlackResult<IReadOnlyList<SlackFile>>> UploadFilesAsync(
        IReadOnlyList<FileProperties> files, UploadTarget? target, CancellationToken cancellationToken)
    {
        Check.That(files.Count > 0 && files.All(file => file.Data.Length > 0), "There is nothing to upload, or a file is empty.");
        var uploaded = new List<UploadedFile>();
        foreach (var file in files)
        {
            var sent = await UploadAsync(file, cancellationToken);
            if (sent is not SlackResult<UploadedFile>.Ok ok)
            {
                return sent.Select<IReadOnlyList<SlackFile>>(_ => []);
            }

            uploaded.Add(ok.Value);
        }

        var arguments = new CompleteUploadArguments(uploaded)
        {
            ChannelId = target?.Channel,
            ThreadTs = target?.ThreadTs,
            InitialComment = target?.InitialComment,
        };
        var request = new ApiRequest("files.completeUploadExternal")
        {
            Body = RequestContent.Json(arguments, SlackJson.Default.CompleteUploadArguments),
            PostsTo = target?.Channel,
        };
        return (await SendAsync(request, SlackJson.Default.FilesBody, cancellationToken)).Select(body => body.Files);
    }

    private async Task<SlackResult<UploadedFile>> UploadAsync(FileProperties file, CancellationToken cancellationToken)
    {
        var request = new ApiRequest("files.getUploadURLExternal")
        {
            Body = RequestContent.Form(("filename", file.Name), ("length", file.Data.Length), ("alt_txt", file.AltText)),
            IsRepeatable = true, // an address that is not used does nothing
        };
        var opened = await SendAsync(request, SlackJson.Default.UploadAddress, cancellationToken);
        if (opened is not SlackResult<UploadAddress>.Ok { Value: var place })
        {
            return opened.Select(_ => new UploadedFile("", ""));
        }

        if (!Uri.TryCreate(place.UploadUrl, UriKind.Absolute, out var address) || !SafeAddress.IsHttp(address))
        {
            return Unreadable<UploadedFile>(request);
        }

        var bytes = new ApiRequest("upload_url")
        {
            Address = address,
            Body = RequestContent.Bytes(file.Data, "application/octet-stream"),
            IsRepeatable = true, // nobody sees it yet
        };
        return (await SendPlainAsync(bytes, cancellationToken)).Select(_ => new UploadedFile(place.FileId, file.Title ?? file.Name));
    }
}
