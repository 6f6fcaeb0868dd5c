using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>Pages of a list by cursor: <see href="https://docs.slack.dev/apis/web-api/pagination"/>.</summary>
internal static class FakeSlackPages
{
    private const string Mark = "after:";

    /// <summary>The page of it that was asked for.</summary>
    /// <param name="otherwise">How long a page is where nothing is said.</param>
    public static FakeSlackAnswer Of<T>(FakeSlackCall call, IReadOnlyList<T> all, string field, int otherwise, int atMost, Func<T, JsonNode?> json)
    {
        if (call.Arguments["limit"] is not null && call.Number("limit", -1) is < 1 or > 1_000)
        {
            return FakeSlackAnswer.Error("invalid_limit");
        }

        var start = 0;
        if (call.Text("cursor") is { Length: > 0 } cursor && !TryRead(cursor, out start))
        {
            return FakeSlackAnswer.Error("invalid_cursor");
        }

        var length = Math.Min(call.Number("limit", otherwise), atMost);
        var page = all.Skip(start).Take(length).Select(json);
        var next = start + length < all.Count ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Mark}{start + length}")) : "";
        return FakeSlackAnswer.Ok((field, new JsonArray([.. page])), ("response_metadata", new JsonObject { ["next_cursor"] = next }));
    }

    public static bool HasMore(FakeSlackAnswer answer) => answer.Body["response_metadata"].Text("next_cursor") is { Length: > 0 };

    private static bool TryRead(string cursor, out int start)
    {
        var bytes = new byte[cursor.Length];
        start = 0;
        return Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length) is var text
            && text.StartsWith(Mark, StringComparison.Ordinal)
            && int.TryParse(text[Mark.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out start);
    }
}
