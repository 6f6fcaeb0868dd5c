using System.Text.Json;

namespace EngageBot.Evaluation.Promotion;

/// <summary>Reads posts as JSON lines: <c>id</c>, <c>text</c> and, where it is known, <c>promotion</c>.</summary>
internal static class PostFile
{
    /// <exception cref="InputException">The file cannot be read, or a line is no such post.</exception>
    public static IReadOnlyList<LabelledPost> Read(string path, bool isLabelled)
    {
        List<LabelledPost> posts = [];
        try
        {
            var number = 0;
            foreach (var line in File.ReadLines(path))
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                {
                    posts.Add(Parse(line, path, number, isLabelled));
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {fault.Message}", fault);
        }

        return posts.Count > 0 ? posts : throw new InputException($"{path}: no posts in it");
    }

    private static LabelledPost Parse(string line, string path, int number, bool isLabelled)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("id", out var id) || id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)
                || !root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
            {
                throw new InputException($"{path}, line {number}: a post needs \"id\" and \"text\"");
            }

            var promotion = root.TryGetProperty("promotion", out var label) && label.ValueKind is JsonValueKind.True or JsonValueKind.False ? label.GetBoolean() : (bool?)null;
            return promotion is null && isLabelled
                ? throw new InputException($"{path}, line {number}: \"promotion\" is neither true nor false")
                : new LabelledPost(id.ToString(), text.GetString()!, promotion);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new InputException($"{path}, line {number}: not JSON that can be read ({fault.Message.Split('.')[0]})", fault);
        }
    }
}
