namespace EngageBot.Tests.Host.Platforms.Slack;

/// <summary>Reads as much of YAML as a manifest has: maps and lists of plain words, by indentation. Anything else fails.</summary>
internal sealed class ManifestText
{
    private readonly List<(int Indent, string Text)> _lines;
    private int _at;

    private ManifestText(string yaml) => _lines =
    [
        .. yaml.Split('\n')
            .Select(line => line.TrimEnd())
            .Where(line => line.Trim().Length > 0 && !line.TrimStart().StartsWith('#'))
            .Select(line => (line.Length - line.TrimStart().Length, line.TrimStart())),
    ];

    /// <summary>All values by their paths: <c>features.bot_user.display_name</c>, <c>oauth_config.scopes.bot[0]</c>.</summary>
    public static IReadOnlyDictionary<string, string> Read(string yaml)
    {
        var reader = new ManifestText(yaml);
        Dictionary<string, string> values = [];
        reader.Block(0, string.Empty, values);
        return reader._at == reader._lines.Count ? values : throw new FormatException($"Not read: {reader._lines[reader._at].Text}");
    }

    private void Block(int indent, string path, Dictionary<string, string> values)
    {
        for (var item = 0; _at < _lines.Count && _lines[_at].Indent == indent;)
        {
            var text = _lines[_at].Text;
            if (!text.StartsWith("- ", StringComparison.Ordinal))
            {
                Entry(indent, text, path, values);
            }
            else if (text.Contains(": ", StringComparison.Ordinal))
            {
                _lines[_at] = (indent + 2, text[2..]);
                Block(indent + 2, $"{path}[{item++}]", values);
            }
            else
            {
                values.Add($"{path}[{item++}]", text[2..]);
                _at++;
            }
        }
    }

    private void Entry(int indent, string text, string path, Dictionary<string, string> values)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon > 0 ? text[..colon] : throw new FormatException($"No name: {text}");
        var inside = path.Length == 0 ? name : $"{path}.{name}";
        _at++;
        if (colon < text.Length - 1)
        {
            var value = text[(colon + 1)..];
            values.Add(inside, value is [' ', not (' ' or '"' or '\'' or '&' or '*' or '[' or '{' or '|' or '>'), ..] && !value.Contains(": ", StringComparison.Ordinal) ? value[1..] : throw new FormatException($"No plain word: {text}"));
            return;
        }

        var next = _at < _lines.Count ? _lines[_at].Indent : -1;
        Block(next > indent ? next : throw new FormatException($"Nothing is in {inside}"), inside, values);
    }
}
