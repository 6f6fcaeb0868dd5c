namespace EngageBot.Leases;

/// <summary>
/// Who is to have which partition. Each process works that out for itself, from the same rows, and comes to the same: everybody has as many as the others, give or take one, as far as
/// they can do the same, and no more changes hands than that needs.
/// </summary>
public static class LeasePolicy
{
    /// <summary>The holder of each partition, by its name; one that nobody can do is left out.</summary>
    /// <param name="holders">Those who live.</param>
    public static IReadOnlyDictionary<string, string> Divide(IReadOnlyList<Partition> partitions, IReadOnlyList<LeaseHolder> holders)
    {
        var loads = holders.OrderBy(holder => holder.Id, StringComparer.Ordinal).ToDictionary(holder => holder.Id, _ => new SortedSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        var able = partitions.ToDictionary(
            partition => partition.Name,
            partition => holders.Where(holder => holder.Serves.Contains(partition.Name)).Select(holder => holder.Id).Order(StringComparer.Ordinal).ToList(),
            StringComparer.Ordinal);
        var free = new List<string>();
        foreach (var partition in partitions.OrderBy(partition => partition.Name, StringComparer.Ordinal))
        {
            if (partition.Holder is { } holder && able[partition.Name].Contains(holder))
            {
                loads[holder].Add(partition.Name);
            }
            else if (able[partition.Name].Count > 0)
            {
                free.Add(partition.Name);
            }
        }

        free.ForEach(name => loads[able[name].MinBy(id => WeightOf(loads[id]))!].Add(name));
        Level(loads, able);
        return loads.SelectMany(load => load.Value.Select(name => (name, load.Key))).ToDictionary(pair => pair.name, pair => pair.Key, StringComparer.Ordinal);
    }

    /// <summary>What one of them is to do now.</summary>
    public static LeaseMove MoveOf(string holder, IReadOnlyList<Partition> partitions, IReadOnlyList<LeaseHolder> holders)
    {
        var divided = Divide(partitions, holders);
        var mine = partitions.Where(partition => divided.GetValueOrDefault(partition.Name) == holder).ToList();
        return new LeaseMove(
            [.. partitions.Where(partition => partition.Holder == holder && divided.GetValueOrDefault(partition.Name) != holder).Select(partition => partition.Name)],
            [.. mine.Where(partition => partition.Holder is null).Select(partition => partition.Name)],
            mine.Exists(partition => partition.Holder is { } other && other != holder));
    }

    /// <summary>What is about no community is little, and never changes hands for the sake of it.</summary>
    private static int WeightOf(SortedSet<string> load) => load.Contains(Partition.CommonWork) ? load.Count - 1 : load.Count;

    /// <summary>As long as somebody has two more than another who could do one of them, that one changes hands.</summary>
    private static void Level(Dictionary<string, SortedSet<string>> loads, Dictionary<string, List<string>> able)
    {
        while (true)
        {
            var moves =
                from load in loads
                from name in load.Value.Where(name => name != Partition.CommonWork)
                from id in able[name]
                let difference = WeightOf(load.Value) - WeightOf(loads[id])
                where difference > 1
                orderby difference descending, name descending
                select (From: load.Key, Name: name, To: id);
            if (moves.FirstOrDefault() is not { Name: not null } move)
            {
                return;
            }

            loads[move.From].Remove(move.Name);
            loads[move.To].Add(move.Name);
        }
    }
}
