namespace EngageBot.ReplyGraph.Model;

/// <summary>How telling each word is: its inverse document frequency in the training text. A word that is not in it is the most telling.</summary>
internal sealed class WordWeights
{
    /// <summary>Weights are kept in steps of this.</summary>
    private const float Step = 1 / 16f;

    private readonly Dictionary<uint, float> _weights;

    /// <param name="weights">Weights from 0 to 15.9.</param>
    /// <param name="unknown">The weight of all other words.</param>
    public WordWeights(IEnumerable<(uint Word, float Weight)> weights, float unknown)
    {
        _weights = weights.ToDictionary(weight => weight.Word, weight => Rounded(weight.Weight));
        Unknown = Rounded(unknown);
    }

    public float Unknown { get; }

    public float this[uint word] => _weights.TryGetValue(word, out var weight) ? weight : Unknown;

    public static WordWeights Read(BinaryReader reader)
    {
        var unknown = reader.ReadByte() * Step;
        var weights = new (uint, float)[reader.ReadInt32()];
        for (var at = 0; at < weights.Length; at++)
        {
            weights[at] = (reader.ReadUInt32(), reader.ReadByte() * Step);
        }

        return new WordWeights(weights, unknown);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)(Unknown / Step));
        writer.Write(_weights.Count);
        foreach (var (word, weight) in _weights.OrderBy(weight => weight.Key))
        {
            writer.Write(word);
            writer.Write((byte)(weight / Step));
        }
    }

    private static float Rounded(float weight) => MathF.Round(Math.Clamp(weight, 0, 255 * Step) / Step) * Step;
}
