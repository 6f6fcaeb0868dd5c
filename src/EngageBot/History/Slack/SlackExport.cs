using System.Globalization;
using EngageBot.Chat;
using EngageBot.History.Files;
using EngageBot.History.Json;

namespace EngageBot.History.Slack;

/// <summary>
/// What lies beside the messages of an export: the workspace, its members, its channels. dms.json and mpims.json are not read: direct messages are never
/// messages of a community, and only folders of listed channels are looked into.
/// </summary>
internal sealed class SlackExport
{
    private readonly HistoryFiles _files;
    private readonly string _root;

    private SlackExport(HistoryFiles files)
    {
        _files = files;
        _root = RootOf(files) ?? throw new HistoryException($"{files.Label}: is no Slack export: has neither channels.json nor groups.json");
    }

    public Interner Interner { get; } = new();

    public CommunityId Community { get; private set; }

    public Dictionary<string, SlackMember> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>By the folder that holds their messages.</summary>
    public Dictionary<string, SlackChannel> Channels { get; } = new(StringComparer.Ordinal);

    public List<JsonArrayFile> Days { get; } = [];

    /// <summary>Where an export begins among the files: some zips hold it in a folder.</summary>
    public static string? RootOf(HistoryFiles files) => files.All
        .Where(file => file.FileName is "channels.json" or "groups.json")
        .Select(file => file.Folder)
        .MinBy(folder => folder.Length);

    public static async Task<SlackExport> OpenAsync(HistoryFiles files, CancellationToken cancellationToken)
    {
        var export = new SlackExport(files);
        await export.ReadMembersAsync(cancellationToken);
        await export.ReadChannelsAsync("groups.json", isPrivate: true, cancellationToken);
        await export.ReadChannelsAsync("channels.json", isPrivate: false, cancellationToken);
        await export.ScanDaysAsync(cancellationToken);
        return export;
    }

    public SlackChannel ChannelOf(HistoryFile day) => Channels[FolderOf(day)];

    /// <summary>Folders with days of something that is no channel, so that it can be said that they were left out.</summary>
    public IEnumerable<string> OtherFolders() => _files.All
        .Where(file => IsDay(file) && !Channels.ContainsKey(FolderOf(file)))
        .Select(file => OneLine.Of(file.Folder))
        .Distinct(StringComparer.Ordinal);

    private static bool IsDay(HistoryFile file) => file.HasExtension(".json")
        && DateOnly.TryParseExact(file.FileName[..^5], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private string FolderOf(HistoryFile file) => file.Folder.StartsWith(_root, StringComparison.Ordinal) ? file.Folder[_root.Length..].TrimEnd('/') : "";

    private async Task ReadMembersAsync(CancellationToken cancellationToken)
    {
        var teams = new Dictionary<string, int>(StringComparer.Ordinal);

        // An export of a whole Enterprise organisation names the file so.
        var list = _files.All.Any(file => file.Name == $"{_root}users.json") ? "users.json" : "org_users.json";
        await foreach (var user in ReadListAsync(list, () => new SlackUser(Interner), cancellationToken))
        {
            if (user.Id is { } id)
            {
                Members[id] = new SlackMember(user.Name ?? id, user.IsBot || id == "USLACKBOT");
                teams[user.Team ?? ""] = teams.GetValueOrDefault(user.Team ?? "") + 1;
            }
        }

        // Guests from other workspaces are listed too: most members are of this one.
        teams.Remove("");
        Community = new CommunityId(Platform.Slack, teams.Count == 0 ? _files.Name : teams.MaxBy(team => team.Value).Key);
    }

    private async Task ReadChannelsAsync(string list, bool isPrivate, CancellationToken cancellationToken)
    {
        await foreach (var entry in ReadListAsync(list, () => new SlackChannelEntry(Interner), cancellationToken))
        {
            if (entry.Id is not { } id)
            {
                continue;
            }

            var channel = new SlackChannel(id, entry.Name ?? id)
            {
                Visibility = isPrivate ? ChannelVisibility.Readers : ChannelVisibility.Everyone,
                Readers = isPrivate ? [.. entry.Members.Select(member => new MemberId(Community, member))] : [],
            };

            // Private first: where a public channel has the same folder, the narrower rule holds.
            Channels.TryAdd(channel.Name, channel);
            Channels.TryAdd(channel.Id, channel);
        }
    }

    private async IAsyncEnumerable<T> ReadListAsync<T>(
        string list, Func<T> newEntry, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        where T : JsonMessage
    {
        if (_files.All.FirstOrDefault(file => file.Name == _root + list) is not { } file)
        {
            yield break;
        }

        var scan = await new JsonArrayScan(arrayName: null, "ts", SlackTs.ReadTime).ScanAsync(_files, file, cancellationToken);
        CheckIsList(scan);
        await foreach (var cursor in new JsonMerge<T>(_files, [scan], newEntry).ReadAsync(cancellationToken))
        {
            yield return cursor.Message;
        }
    }

    private async Task ScanDaysAsync(CancellationToken cancellationToken)
    {
        var scan = new JsonArrayScan(arrayName: null, "ts", SlackTs.ReadTime);
        foreach (var file in _files.All.Where(file => IsDay(file) && Channels.ContainsKey(FolderOf(file))))
        {
            var day = await scan.ScanAsync(_files, file, cancellationToken);
            CheckIsList(day);
            Days.Add(day);
        }

        if (Days.Sum(day => (long)day.Count) == 0)
        {
            throw new HistoryException($"{_files.Label}: the export holds no messages");
        }
    }

    private static void CheckIsList(JsonArrayFile scan)
    {
        if (!scan.IsFound)
        {
            throw new HistoryException($"{scan.File.Label}: is no list");
        }
    }
}
