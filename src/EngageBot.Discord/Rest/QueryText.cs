namespace EngageBot.Discord.Rest;

/// <summary>What stands after the path, escaped; what is not set is left out.</summary>
internal static class QueryText
{
    public static string Of(params ReadOnlySpan<(string Name, object? Value)> fields)
    {
        var text = "";
        foreach (var (name, value) in fields)
        {
            if (value is not null)
            {
                text += $"{(text.Length == 0 ? '?' : '&')}{name}={Uri.EscapeDataString(value.ToString() ?? "")}";
            }
        }

        return text;
    }
}
