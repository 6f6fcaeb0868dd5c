using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using Dapper;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Members;
using EngageBot.Outbox;

namespace EngageBot.Privacy;

/// <summary>All that is stored of a member, in every community of the platform, as JSON under the names of the tables. What he may not read now is left out of it.</summary>
internal sealed class MemberExport(DbDataSource database, ErasureKey key, IEnumerable<IChatPlatform> platforms)
{
    private readonly Visibility _visibility = new(platforms);

    private const string FileName = "engagebot-export.json";

    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Of a message to him about a channel that he cannot read, what it says.</summary>
    private static readonly string[] Hidden = ["channel", "text", "reason", "outcome", "topics"];

    public async Task<ReplyFile> ReadAsync(MemberId member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var written = new MemoryStream();
        await using (var json = new Utf8JsonWriter(written, Indented))
        {
            json.WriteStartObject();
            json.WriteString("platform", member.Community.Platform.ToString());
            json.WriteString("id", member.Value);
            json.WriteString("at", now);
            json.WriteStartArray("communities");
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            foreach (var (row, community) in await RowsAsync(connection, member, cancellationToken))
            {
                await WriteAsync(json, connection, row, new MemberId(new CommunityId(member.Community.Platform, community), member.Value), cancellationToken);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return written.Length <= ReplyFile.MostBytes ? new ReplyFile(FileName, written.ToArray()) : new ReplyFile(FileName + ".gz", Packed(written));
    }

    private async Task<IReadOnlyList<(long Key, string Community)>> RowsAsync(DbConnection connection, MemberId member, CancellationToken cancellationToken) =>
    [
        .. await connection.QueryAsync<(long, string)>(new CommandDefinition(
            "SELECT m.id, k.platform_id FROM members m JOIN communities k ON k.id = m.community WHERE k.platform = @platform AND m.platform_id IN (@id, @hmac) ORDER BY m.id",
            new { platform = (int)member.Community.Platform, id = member.Value, hmac = key.HmacOf(member) },
            cancellationToken: cancellationToken)),
    ];

    private async Task WriteAsync(Utf8JsonWriter json, DbConnection connection, long row, MemberId member, CancellationToken cancellationToken)
    {
        json.WriteStartObject();
        json.WriteString("community", member.Community.Value);
        foreach (var table in PersonalTables.All)
        {
            json.WriteStartArray(table.Name);
            foreach (IDictionary<string, object?> values in await connection.QueryAsync(new CommandDefinition(table.Export, new { member = row }, cancellationToken: cancellationToken)))
            {
                var isHidden = values.TryGetValue("channel", out var channel) && !await _visibility.MaySeeAsync(member, new ChannelId(member.Community, (string)channel!), cancellationToken);
                Write(json, values, isHidden, isHis: table.Name == "messages");
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IDictionary<string, object?> values, bool isHidden, bool isHis)
    {
        json.WriteStartObject();
        foreach (var (column, value) in values)
        {
            if (!isHidden || !Hidden.Contains(column) || (isHis && column == "text"))
            {
                json.WritePropertyName(column);
                Write(json, column, value);
            }
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string column, object? value)
    {
        switch (value)
        {
            case null or DBNull:
                json.WriteNullValue();
                break;
            case byte[] bytes:
                json.WriteBase64StringValue(bytes);
                break;
            case long moment when column is "at" or "until" || column.EndsWith("_at", StringComparison.Ordinal) || column.EndsWith("_since", StringComparison.Ordinal) || column.EndsWith("_until", StringComparison.Ordinal):
                json.WriteStringValue(DateTimeOffset.FromUnixTimeMilliseconds(moment));
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteNumberValue(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }

    private static byte[] Packed(MemoryStream written)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            zip.Write(written.GetBuffer().AsSpan(0, (int)written.Length));
        }

        return packed.ToArray();
    }
}
