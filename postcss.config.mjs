// Tailwind puts every rule into @layer, which browsers before 2022 drop whole; the second step takes the layers out.
const config = {
  plugins: { "@tailwindcss/postcss": {}, "@csstools/postcss-cascade-layers": {} },
};

export default config;
