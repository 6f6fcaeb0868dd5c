using System.Data;
using System.Text.RegularExpressions;

namespace EngageBot.Database;

/// <summary>A statement that runs for every message. Its parameters are bound by place, and typed, or PostgreSQL could not prepare it for NULL.</summary>
internal sealed partial class HotSql(string text, params IReadOnlyList<(string Name, DbType Type)> parameters)
{
    public string Text => text;

    /// <summary>The same with parameters by number, as PostgreSQL knows them: there is nothing left to be read in it each time.</summary>
    public string Positional => field ??= NamedParameter().Replace(text, name => $"${PlaceOf(name.Groups["name"].Value) + 1}");

    public IReadOnlyList<(string Name, DbType Type)> Parameters => parameters;

    private int PlaceOf(string name) => parameters.Index().Single(parameter => parameter.Item.Name == name).Index;

    [GeneratedRegex("@(?<name>[a-z_0-9]+)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NamedParameter();
}
