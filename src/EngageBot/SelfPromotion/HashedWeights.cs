using System.Runtime.InteropServices;

namespace EngageBot.SelfPromotion;

/// <summary>A linear model over hashed words: for each place a weight and how rare it is, in eight bits each.</summary>
internal sealed class HashedWeights
{
    private readonly float _weightStep;

    // Side by side, so that a place costs one look into memory.
    private readonly (sbyte Weight, byte Rarity)[] _places = new (sbyte, byte)[PromotionFeatures.Places];

    private HashedWeights(float weightStep) => _weightStep = weightStep;

    public static HashedWeights Read(ref ModelFileReader reader)
    {
        var weights = new HashedWeights(reader.Float());
        _ = reader.Float(); // The step of the rarities: it is in the sum and in the length, and cancels out.
        var values = MemoryMarshal.Cast<byte, sbyte>(reader.Bytes(PromotionFeatures.Places));
        var rarities = reader.Bytes(PromotionFeatures.Places);
        for (var place = 0; place < values.Length; place++)
        {
            weights._places[place] = (values[place], rarities[place]);
        }

        return weights;
    }

    /// <summary>The weights of the words of a text, the rare ones counting more, whatever the text's length.</summary>
    public float Sum(ReadOnlySpan<int> places)
    {
        var (sum, length) = (0L, 0L);
        foreach (var place in places)
        {
            var (weight, rarity) = _places[place];
            sum += weight * rarity;
            length += rarity * rarity;
        }

        return length == 0 ? 0 : sum * _weightStep / MathF.Sqrt(length);
    }
}
