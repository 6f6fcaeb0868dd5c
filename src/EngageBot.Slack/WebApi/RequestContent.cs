using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EngageBot.Slack.WebApi;

/// <summary>Bodies of calls, written once and sent as often as it takes. <see href="https://docs.slack.dev/apis/web-api#post-bodies"/>.</summary>
internal static class RequestContent
{
    public static Func<HttpContent> Json<T>(T value, JsonTypeInfo<T> type) => Bytes(JsonSerializer.SerializeToUtf8Bytes(value, type), "application/json; charset=utf-8");

    public static Func<HttpContent> Form(params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Bytes(Encoding.ASCII.GetBytes(FormText.Of(arguments)), "application/x-www-form-urlencoded");

    public static Func<HttpContent> Bytes(ReadOnlyMemory<byte> bytes, string contentType) => () =>
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return content;
    };
}
