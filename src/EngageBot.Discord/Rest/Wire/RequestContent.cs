using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EngageBot.Discord.Rest.Wire;

/// <summary>Bodies of calls, written once and sent as often as it takes.</summary>
internal static class RequestContent
{
    public static Func<HttpContent> Json<T>(T value, JsonTypeInfo<T> type) => Json(JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>
    /// A body with files: <c>payload_json</c> and a part <c>files[n]</c> for each. <see href="https://discord.com/developers/docs/reference#uploading-files"/>.
    /// </summary>
    public static Func<HttpContent> Json<T>(T value, JsonTypeInfo<T> type, IReadOnlyList<FileProperties> files)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return files.Count == 0 ? Json(json) : () => Multipart(json, files);
    }

    private static Func<HttpContent> Json(byte[] json) => () => JsonPart(json);

    private static ByteArrayContent JsonPart(byte[] json)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static MultipartFormDataContent Multipart(byte[] json, IReadOnlyList<FileProperties> files)
    {
        var content = new MultipartFormDataContent { { JsonPart(json), "payload_json" } };
        for (var index = 0; index < files.Count; index++)
        {
            var part = new ReadOnlyMemoryContent(files[index].Data);
            part.Headers.ContentType = MediaTypeHeaderValue.Parse(files[index].ContentType);
            content.Add(part, $"files[{index}]", HeaderName(files[index].Name));
        }

        return content;
    }

    /// <summary>The name that counts stands in the JSON; in a header it could break out of its quotes.</summary>
    private static string HeaderName(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_'));
}
