using System.Globalization;
using System.Text;

namespace EngageBot.Slack.WebApi;

/// <summary>Arguments as forms and addresses carry them: <c>name=value&amp;…</c>.</summary>
internal static class FormText
{
    /// <summary>What is none is left out.</summary>
    public static string Of(params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in arguments)
        {
            if (value is not null)
            {
                text.Append(text.Length == 0 ? "" : "&").Append(name).Append('=').Append(Uri.EscapeDataString(Text(value)));
            }
        }

        return text.ToString();
    }

    /// <summary>The arguments of a form; of a name that comes twice, the first counts.</summary>
    public static Dictionary<string, string> Read(string form)
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (pair, "") : (pair[..equals], pair[(equals + 1)..]);
            arguments.TryAdd(Unescape(name), Unescape(value));
        }

        return arguments;
    }

    private static string Text(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
