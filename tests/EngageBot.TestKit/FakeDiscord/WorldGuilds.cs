using System.Collections;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>The guilds of a world as GUILD_CREATE tells of them at this moment.</summary>
internal sealed class WorldGuilds : IReadOnlyList<string>
{
    public FakeWorld? World { get; set; }

    public int Count => All.Count;

    public string this[int index] => All[index];

    private IReadOnlyList<string> All => World?.GuildsWhole() ?? [];

    public IEnumerator<string> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
