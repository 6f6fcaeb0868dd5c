using System.Runtime.InteropServices;

namespace EngageBot.Learning;

/// <summary>Asks whether a feature is below a value; without children, a leaf with its value.</summary>
/// <param name="Child">Where the child for "below" is, the other behind it; 0 in a leaf.</param>
/// <param name="Feature">The feature's place in a row.</param>
/// <param name="Value">What the feature is held against, or what the leaf adds.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct TreeNode(ushort Child, ushort Feature, float Value);
