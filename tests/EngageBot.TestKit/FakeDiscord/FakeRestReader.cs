using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>Reads calls, and says where their form is not Discord's.</summary>
internal static class FakeRestReader
{
    private static readonly string[] Majors = ["channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_token"];

    public static string Major(FakeRestCall call) => string.Join('/', Majors.Select(name => call.Values.GetValueOrDefault(name)));

    /// <summary>The path as it was sent: the server's own would take an escaped slash for another.</summary>
    public static string RawPath(HttpRequest request) => request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];

    public static async Task<FakeRestCall> ReadAsync(
        HttpRequest request,
        FakeRestRoute route,
        IReadOnlyDictionary<string, string> values,
        FakeViolations violations,
        DateTimeOffset at)
    {
        var call = new FakeRestCall
        {
            Method = route.Method,
            Template = route.Template,
            Values = values,
            Query = request.Query.ToDictionary(field => field.Key, field => field.Value.ToString()),
            At = at,
        };
        return request.HasFormContentType ? await ReadFormAsync(request, call, violations) : call with { Body = await ReadJsonAsync(request, call, violations) };
    }

    private static async Task<JsonNode?> ReadJsonAsync(HttpRequest request, FakeRestCall call, FakeViolations violations)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        if (text.Length == 0)
        {
            return null;
        }

        violations.Expect(request.ContentType == "application/json", $"{call} calls its body '{request.ContentType}'");
        return Parse(text, call, violations);
    }

    private static async Task<FakeRestCall> ReadFormAsync(HttpRequest request, FakeRestCall call, FakeViolations violations)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in form.Files)
        {
            using var data = new MemoryStream();
            await file.CopyToAsync(data, request.HttpContext.RequestAborted);
            files.Add(file.Name, data.ToArray());
        }

        violations.Expect(files.Keys.SequenceEqual(Enumerable.Range(0, files.Count).Select(index => $"files[{index}]")), $"{call} names its files {string.Join(", ", files.Keys)}");
        violations.Expect(form.Keys.SequenceEqual(["payload_json"]), $"{call} has the fields {string.Join(", ", form.Keys)} beside its files");
        return call with { Body = Parse(form["payload_json"].ToString(), call, violations), Files = files };
    }

    private static JsonNode? Parse(string text, FakeRestCall call, FakeViolations violations)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            violations.Add($"{call} has a body that is not JSON");
            return null;
        }
    }
}
