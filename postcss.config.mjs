// Tailwind puts every rule into @layer, which browsers before 2022 drop whole; the second step takes the layers out.
export default {
  plugins: { "@tailwindcss/postcss": {}, "@csstools/postcss-cascade-layers": {} },
};
